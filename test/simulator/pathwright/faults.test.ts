import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { createSimulator, type SimulatorSettingsPatch } from '../../../src/simulator/index.js';
import { serveSimulator } from '../../../src/simulator/node/index.js';
import { call as callEdlink, createTimedSimulator } from '../calling.js';
import { call, linksPath, list, post, remove, schoolOf, type LinkPage } from './calling.js';

type Faults = NonNullable<SimulatorSettingsPatch['faults']>;

const body = { user_id: 123, external_id: 'person-1' };

describe('faults of Pathwright’s calls', () => {
  test('on: each call has a name, and its own faults', async () => {
    const faults: Faults = [
      { kind: 'html-500', on: 'listLinks' },
      { kind: 'html-502', on: 'createLink' },
      { kind: 'html-504', on: 'deleteLink' },
    ];
    const simulator = createSimulator({ faults });
    const answers = [await list(simulator), await post(simulator, body), await remove(simulator, 1)];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [500, 502, 504],
    );
    const { listLinks, createLink, deleteLink, other } = simulator.requests.counts;
    assert.deepEqual([listLinks, createLink, deleteLink, other], [1, 1, 1, 0]);
    assert.deepEqual(
      simulator.requests.log.map(({ operation, faults }) => [operation, ...faults]),
      [
        ['listLinks', 'html-500'],
        ['createLink', 'html-502'],
        ['deleteLink', 'html-504'],
      ],
    );
  });

  test('rate-limit: in the words of the upstream that is asked', async () => {
    const { simulator } = createTimedSimulator();
    const throttled = async (seconds: number, retryAfterAs: 'seconds' | 'date' | 'none' = 'seconds') => {
      simulator.configure({ faults: [{ kind: 'rate-limit', seconds, retryAfterAs }] });
      const { status, headers, body: refusal } = await list(simulator);
      return [status, headers.get('Retry-After'), (refusal as { detail: string }).detail];
    };
    const inFive = 'Request was throttled. Expected available in 5 seconds.';
    assert.deepEqual(await throttled(5), [429, '5', inFive]);
    assert.deepEqual(await throttled(5, 'date'), [429, 'Tue, 01 Sep 2026 08:00:05 GMT', inFive]);
    assert.deepEqual(await throttled(5, 'none'), [429, null, inFive]);
    assert.deepEqual(await throttled(1), [
      429,
      '1',
      'Request was throttled. Expected available in 1 second.',
    ]);
    const edlinks = await callEdlink(simulator.fetch, 'GET', '/api/v1/providers');
    assert.equal(edlinks.text, 'Too many requests');
  });

  test('an upstream’s own error hits its own calls only', async () => {
    const detail = 'You do not have permission to perform this action.';
    const faults: Faults = [
      { kind: 'edlink-error' },
      { kind: 'pathwright-error', status: 403, body: { detail }, times: 1 },
      { kind: 'pathwright-error' },
    ];
    const simulator = createSimulator({ faults });
    const edlinks = await callEdlink(simulator.fetch, 'GET', '/api/v1/providers');
    assert.deepEqual([edlinks.status, edlinks.code], [500, 'INTERNAL']);
    const answers = [await list(simulator), await list(simulator)];
    assert.deepEqual(
      answers.map(({ status, body: refusal }) => [status, refusal]),
      [
        [403, { detail }],
        [500, { detail: 'A server error occurred.' }],
      ],
    );
  });

  test('override: fields of each link, and of the page around them', async () => {
    const simulator = createSimulator();
    schoolOf(simulator).addLinks([{ user: 123, external_id: 'ada' }]);
    const next = 'https://elsewhere.example/api/public/link/?page=2';
    simulator.configure({ faults: [{ kind: 'override', fields: { id: '1' }, page: { next, count: null } }] });
    const page = (await list(simulator)).body as LinkPage;
    assert.deepEqual([page.next, page.count, page.previous], [next, null, null]);
    assert.deepEqual(
      page.results.map(({ id, user }) => [id, user]),
      [['1', 123]],
    );
    const refusal = (await post(simulator, {})).body as Record<string, unknown>;
    assert.deepEqual(Object.keys(refusal), ['user_id', 'external_id', 'id']);
  });

  test('non-json, huge and html-504 after the work is done', async () => {
    const faults: Faults = [
      { kind: 'non-json', on: 'createLink', times: 1 },
      { kind: 'html-504', on: 'createLink', committed: true },
      { kind: 'huge', bytes: 300_000 },
    ];
    const simulator = createSimulator({ faults });
    const school = schoolOf(simulator);
    const spoiled = await post(simulator, body);
    assert.deepEqual([spoiled.status, spoiled.body], [201, undefined]);
    assert.equal((await post(simulator, { ...body, external_id: 'person-2' })).status, 504);
    assert.equal(school.links.length, 2);
    assert.equal((await list(simulator)).text.length, 300_000);
  });
});

describe('over real HTTP', async () => {
  const served = await serveSimulator();
  const { simulator } = served;
  const url = served.pathwrightUrl('maple-valley') + linksPath;
  after(() => served.close());
  beforeEach(() => simulator.reset());

  test('a school is where the server says, and so are its pages', async () => {
    assert.equal(url, `${served.url}/pathwright/maple-valley${linksPath}`);
    simulator.configure({ linkPageSize: 2 });
    simulator.school('maple-valley').seedLinks(3);
    const { next } = (await call(fetch, 'GET', url)).body as LinkPage;
    assert.equal(next, `${url}?page=2`);
    assert.deepEqual(((await call(fetch, 'GET', next)).body as LinkPage).results[0]?.id, 3);
  });

  test('creates, deletes and redirects', async () => {
    const school = schoolOf(simulator);
    assert.equal((await call(fetch, 'POST', url, { body })).status, 201);
    assert.equal((await call(fetch, 'DELETE', `${url}1/`)).status, 204);
    assert.deepEqual(school.links, []);
    const { status, headers } = await call(fetch, 'DELETE', `${url}1`);
    assert.deepEqual([status, headers.get('Location')], [301, new URL(`${url}1/`).pathname]);
  });

  const committed: Record<string, [fault: Faults[number], made: number]> = {
    drop: [{ kind: 'drop' }, 0],
    'drop-after-commit': [{ kind: 'drop-after-commit' }, 1],
    hang: [{ kind: 'hang' }, 1],
    cut: [{ kind: 'cut' }, 1],
    truncate: [{ kind: 'truncate' }, 1],
  };
  for (const [title, [fault, made]] of Object.entries(committed)) {
    test(`${title}: no answer, and ${made} made`, async () => {
      const school = schoolOf(simulator);
      simulator.configure({ faults: [fault] });
      await assert.rejects(call(fetch, 'POST', url, { body, signal: AbortSignal.timeout(200) }));
      assert.equal(school.links.length, made);
    });
  }

  test('slow: what the caller gave up is done all the same', async () => {
    const school = schoolOf(simulator);
    simulator.configure({ faults: [{ kind: 'slow', milliseconds: 60 }] });
    const given = call(fetch, 'POST', url, { body, signal: AbortSignal.timeout(20) });
    await assert.rejects(given, { name: 'TimeoutError' });
    assert.equal(school.links.length, 0);
    await new Promise((resolve) => setTimeout(resolve, 80));
    assert.equal(school.links.length, 1);
  });
});
