import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Grant } from '../../../src/proxy/index.js';
import { newKey, type Answer } from '../calling.js';
import { setStage } from '../stage.js';
import { inWords, path, setSchoolStage } from './school-stage.js';

const requests: [method: string, path: string][] = [
  ['GET', path],
  ['POST', path],
  ['DELETE', `${path}/1`],
];

/** All that a browser can see of it, but the time. */
const seen = ({ status, headers: { date: _, ...headers }, text }: Answer) => ({ status, headers, text });

const grant = (can: Grant['can']) => ({
  pathwright: {},
  authorize: (): Grant => ({ tenant: 'usd-259', actor: 'anna', scope: 'own', can }),
});

describe('routes for links', () => {
  test('do not exist where the host has no Pathwright: nobody is even asked who it is', async (context) => {
    let asked = 0;
    const { call } = await setStage(context, {
      authorize: () => {
        asked++;
        return null;
      },
    });
    const unknown = seen(await call('GET', '/edlink/nowhere'));
    for (const [method, target] of requests) assert.deepEqual(seen(await call(method, target)), unknown);
    assert.equal(asked, 0);
  });

  test('do not exist for whom no right to links was granted', async (context) => {
    const { call, sent } = await setStage(context, grant(['read', 'create', 'delete']));
    const unknown = seen(await call('GET', '/edlink/nowhere'));
    for (const [method, target] of requests) {
      const body = method === 'POST' ? { body: { user_id: 456, external_id: 'a' } } : {};
      assert.deepEqual(seen(await call(method, target, body)), unknown, method);
    }
    assert.deepEqual(sent.requests(), []);
  });

  test('do not exist for a tenant without a school', async (context) => {
    const { call } = await setSchoolStage(context, { pathwright: { school: () => undefined } });
    const unknown = seen(await call('GET', '/edlink/nowhere'));
    for (const [method, target] of requests)
      assert.deepEqual(seen(await call(method, target)), unknown, method);
  });

  test('want a session where there are any', async (context) => {
    const { call } = await setSchoolStage(context);
    for (const [method, target] of requests) {
      assert.equal(inWords(await call(method, target, { as: null })), '401 unauthorized');
    }
  });

  const rows: [can: Grant['can'], reading: number, writing: number][] = [
    [['links:read'], 200, 403],
    [['links:write'], 403, 201],
    [['links:read', 'links:write'], 200, 201],
    [[], 404, 404],
  ];
  for (const [can, reading, writing] of rows) {
    test(`with ${can.join(' and ') || 'no right'}: ${reading} and ${writing}`, async (context) => {
      const { list, link, unlink } = await setSchoolStage(context, grant(can));
      assert.equal((await list()).status, reading);
      const made = await link({ user_id: 456, external_id: 'a' });
      assert.equal(made.status, writing);
      assert.equal(
        (await unlink(writing === 201 ? made.link.id : 1)).status,
        writing === 201 ? 204 : writing,
      );
    });
  }

  test('have no other methods and no path below', async (context) => {
    const { call, sent } = await setSchoolStage(context);
    for (const [method, target] of [
      ['PUT', path],
      ['PATCH', `${path}/1`],
      ['GET', `${path}/1`],
      ['POST', `${path}/1`],
      ['DELETE', path],
      ['DELETE', `${path}/1/`],
      ['DELETE', `${path}/1/2`],
    ] as const) {
      assert.equal(
        inWords(await call(method, target, { key: newKey() })),
        '404 not_found',
        `${method} ${target}`,
      );
    }
    assert.deepEqual(sent.requests(), []);
  });
});

describe('lists say what the caller may do', () => {
  test('with links and with onboardings', async (context) => {
    const { call, list } = await setSchoolStage(context);
    const all = ['read', 'create', 'delete', 'links:read', 'links:write'];
    assert.deepEqual((await call('GET', '/edlink/onboardings')).list.$host, { can: all });
    assert.deepEqual((await list()).links.$host, { can: all });
    assert.deepEqual((await list(null, { as: 'lea' })).links.$host, { can: ['links:read'] });
    assert.deepEqual((await call('GET', '/edlink/onboardings', { as: 'carl' })).list.$host, {
      can: ['read'],
    });
  });
});
