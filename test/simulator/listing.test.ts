import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, simulatorDefaults } from '../../src/simulator/index.js';
import { call, create, createTimedSimulator, list } from './calling.js';

const { canvasId, googleClassroomId } = simulatorDefaults;
const filterBy = (field: string, value: string) =>
  `?$filter=${encodeURIComponent(JSON.stringify({ [field]: [{ operator: 'equals', value }] }))}`;

describe('filters', () => {
  async function filled() {
    const simulator = createSimulator();
    const canvas = await create(simulator, { provider_id: canvasId });
    const google = await create(simulator, { provider_id: googleClassroomId });
    const { integration_id } = simulator.complete(google);
    const idsFor = async (query: string) => (await list(simulator, query)).list.map(({ id }) => id);
    return { simulator, canvas, google, integration_id: String(integration_id), idsFor };
  }

  test('as $filter; plain parameters are ignored', async () => {
    const { canvas, google, integration_id, idsFor } = await filled();
    assert.deepEqual(await idsFor(filterBy('state', 'created')), [canvas]);
    assert.deepEqual(await idsFor(filterBy('provider_id', googleClassroomId)), [google]);
    assert.deepEqual(await idsFor(filterBy('integration_id', integration_id)), [google]);
    assert.deepEqual(await idsFor('?state=created'), [canvas, google]);
  });

  test('as plain parameters; $filter is ignored', async () => {
    const { simulator, canvas, google, idsFor } = await filled();
    simulator.configure({ listFilters: 'plain' });
    assert.deepEqual(await idsFor('?state=created'), [canvas]);
    assert.deepEqual(await idsFor(`?provider_id=${canvasId}&state=completed`), []);
    assert.deepEqual(await idsFor(filterBy('state', 'created')), [canvas, google]);
  });

  test('a filter by team, or one that is no JSON, is an error', async () => {
    const { simulator } = await filled();
    assert.equal((await list(simulator, filterBy('team_id', canvasId))).status, 400);
    assert.equal((await list(simulator, '?$filter={')).status, 400);
  });
});

describe('pages', () => {
  test('$next leads through all of them and keeps the filter', async () => {
    const simulator = createSimulator({ listFilters: 'plain' });
    const ids = [];
    for (let count = 0; count < 5; count++) ids.push(await create(simulator));
    const seen: unknown[] = [];
    let next: string | undefined = '?$first=2&state=created';
    for (let pages = 1; next !== undefined; pages++) {
      const page = await list(simulator, next);
      seen.push(...page.list.map(({ id }) => id));
      const url = page.body.$next as string | undefined;
      assert.equal(url === undefined, pages === 3);
      if (url) assert.equal(new URL(url).searchParams.get('state'), 'created');
      next = url && new URL(url).search;
    }
    assert.deepEqual(seen, ids);
  });

  test('pageSize holds when $first does not say, and $after takes an id', async () => {
    const simulator = createSimulator({ pageSize: 1 });
    const [first, second] = [await create(simulator), await create(simulator)];
    const page = await list(simulator);
    assert.deepEqual([page.list.length, page.list[0]?.id], [1, first]);
    const url = new URL(page.body.$next as string);
    const rest = await call(simulator.fetch, 'GET', url.pathname + url.search);
    assert.deepEqual([rest.list[0]?.id, '$next' in rest.body], [second, false]);
    assert.equal((await list(simulator, `?$after=${first}`)).list[0]?.id, second);
  });

  test('a cursor is good for two hours, and a wrong one is INVALID_CURSOR', async () => {
    const { simulator, clock } = createTimedSimulator({ pageSize: 1 });
    await create(simulator);
    await create(simulator);
    const { search } = new URL((await list(simulator)).body.$next as string);
    clock.now += 7_200_000;
    assert.equal((await list(simulator, search)).code, 'INVALID_CURSOR');
    assert.equal((await list(simulator, '?$cursor=nonsense')).code, 'INVALID_CURSOR');
    for (const size of ['0', '10001', 'ten']) {
      assert.equal((await list(simulator, `?$first=${size}`)).code, 'INVALID_PAGE_SIZE', size);
    }
  });
});
