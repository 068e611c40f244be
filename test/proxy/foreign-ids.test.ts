import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { zeroUuid } from '../../src/contract/uuid.js';
import { setStage } from './stage.js';

/** Near misses of a good id, all of them 404. */
const tricks = (id: string): string[] => [
  '',
  '..',
  '%2e%2e',
  '../integrations',
  `${id}/`,
  `${id}/..`,
  `${id}/${id}`,
  `${id}%00`,
  `${id}%20`,
  `${id}%0a`,
  `${id};x=1`,
  `${id}.json`,
  id.slice(0, -1),
  `${id}0`,
  `{${id}}`,
  id.replaceAll('-', ''),
  id.replaceAll('-', '%2d'),
  id.replace('-', '%E2%80%90'),
  `${id.slice(0, -1)}%EF%BC%91`,
  `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`,
  zeroUuid,
  '1',
  'null',
  '__proto__',
  'constructor',
];

describe('ids', () => {
  test('an unknown, a foreign and a malformed id get the same bytes, and nothing goes upstream', async (context) => {
    const fixed = Date.now();
    const { call, create, simulator } = await setStage(context, { now: () => fixed });
    const { id } = (await create()).onboarding;
    const before = simulator.requests.log.length;
    for (const method of ['GET', 'DELETE']) {
      const unknown = await call(method, `/edlink/onboardings/${crypto.randomUUID()}`, { as: 'ben' });
      assert.equal(unknown.status, 404);
      for (const other of [id, id.toUpperCase(), ...tricks(id)]) {
        const answer = await call(method, `/edlink/onboardings/${other}`, { as: 'ben' });
        assert.equal(answer.status, 404, other);
        assert.equal(answer.text, unknown.text, other);
        assert.deepEqual(answer.headers, unknown.headers, other);
      }
    }
    assert.equal(simulator.requests.log.length, before);
  });

  test('tricks do not work for the owner either; the id itself does, in any case', async (context) => {
    const { call, create, simulator } = await setStage(context);
    const { id } = (await create()).onboarding;
    for (const trick of tricks(id)) {
      const answer = await call('DELETE', `/edlink/onboardings/${trick}`);
      assert.equal(answer.status, 404, trick);
    }
    assert.equal(simulator.requests.counts.delete, 0);
    for (const good of [id, id.toUpperCase(), `${id}?x=1`]) {
      assert.equal((await call('GET', `/edlink/onboardings/${good}`)).onboarding.id, id);
    }
    for (const { method, path } of simulator.requests.log) {
      assert.match(`${method} ${path}`, /^(POST .*\/onboardings|GET .*\/onboardings\/[\da-f-]{36})$/);
    }
  });

  test('an id that Edlink does not know gets those bytes, too', async (context) => {
    const fixed = Date.now();
    const { call, create, simulator } = await setStage(context, { now: () => fixed });
    const { id } = (await create()).onboarding;
    simulator.reset();
    const headers = { 'Cache-Control': 'no-cache' };
    const gone = await call('GET', `/edlink/onboardings/${id}`, { headers });
    const unknown = await call('GET', `/edlink/onboardings/${crypto.randomUUID()}`, { headers });
    assert.equal(gone.status, 404);
    assert.deepEqual([gone.text, gone.headers], [unknown.text, unknown.headers]);
  });

  test('the scope all reads and deletes what only Edlink knows', async (context) => {
    const first = await setStage(context);
    const { id } = (await first.create()).onboarding;
    const baseUrl = first.options.edlink.baseUrl ?? '';
    const second = await setStage(context, { edlink: { baseUrl } });
    assert.equal((await second.call('GET', `/edlink/onboardings/${id}`)).status, 404);
    const $host = { district: 'Edlink speaking for the host' };
    first.simulator.configure({ faults: [{ kind: 'override', on: 'read', fields: { $host } }] });
    const read = await second.call('GET', `/edlink/onboardings/${id}`, { as: 'staff' });
    assert.deepEqual([read.onboarding.id, read.onboarding.$host], [id, undefined]);
    assert.equal((await second.call('DELETE', `/edlink/onboardings/${id}`, { as: 'staff' })).status, 204);
  });
});

describe('routes', () => {
  const rows = [
    ['HEAD', '/edlink/onboardings'],
    ['PATCH', '/edlink/onboardings'],
    ['PUT', '/edlink/onboardings'],
    ['TRACE', '/edlink/onboardings'],
    ['DELETE', '/edlink/onboardings'],
    ['POST', `/edlink/onboardings/${crypto.randomUUID()}`],
    ['GET', '/edlink'],
    ['GET', '/edlink/'],
    ['GET', '/edlink/onboardings/'],
    ['GET', '//edlink/onboardings'],
    ['GET', '/edlink//onboardings'],
    ['GET', '/EDLINK/onboardings'],
    ['GET', '/edlinkx/onboardings'],
    ['GET', '/x/edlink/onboardings'],
    ['GET', '/edlink/onboardings%2f'],
    ['GET', '/edlink/x/onboardings'],
    ['GET', '/edlink/%6fnboardings'],
    ['GET', '/edlink/teams'],
    ['GET', '/edlink/links'],
    ['GET', '*'],
  ] as const;
  test('what is not in the table does not exist', async (context) => {
    const { call, simulator } = await setStage(context);
    for (const [method, path] of rows) {
      assert.equal((await call(method, path)).status, 404, `${method} ${path}`);
    }
    assert.equal(simulator.requests.log.length, 0);
    assert.equal((await call('GET', '/edlink/onboardings')).status, 200);
  });
});
