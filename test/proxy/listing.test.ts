import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canvasId, providers, setStage, type Stage } from './stage.js';

const path = '/edlink/onboardings';
/** Four of Anna's, oldest first, and one of Ben's. */
async function populate({ create }: Stage): Promise<{ own: string[]; foreign: string }> {
  const own: string[] = [];
  for (const provider_id of providers) {
    own.push((await create({ body: { provider_id } })).onboarding.id);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  return { own, foreign: (await create({ as: 'ben' })).onboarding.id };
}

async function readAll({ call }: Stage, as: string, query: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const { list, status } = await call('GET', `${path}?${query}${cursor}`, { as });
    assert.equal(status, 200);
    ids.push(...list.$data.map(({ id }) => id));
    cursor = list.$next === undefined ? '' : `&cursor=${list.$next}`;
  } while (cursor !== '');
  return ids;
}

describe('a tenant’s list', () => {
  test('holds their own, newest first, in pages', async (context) => {
    const stage = await setStage(context, { describeTenant: () => ({ district: 'Wichita' }) });
    const { own } = await populate(stage);
    for (const limit of [1, 2, 3, 4, 5]) {
      assert.deepEqual(await readAll(stage, 'anna', `limit=${limit}`), own.toReversed());
    }
    assert.equal(stage.simulator.requests.counts.list, 0);
    const { list } = await stage.call('GET', path);
    assert.equal(list.$data[0]?.$host?.district, 'Wichita');
  });

  test('is filtered', async (context) => {
    const stage = await setStage(context);
    const { own } = await populate(stage);
    stage.simulator.complete(own[1] as string);
    stage.clock.passed += 6_000;
    assert.deepEqual(await readAll(stage, 'anna', 'state=completed&limit=2'), [own[1]]);
    assert.deepEqual(await readAll(stage, 'anna', `provider_id=${canvasId.toUpperCase()}`), [own[0]]);
    assert.deepEqual(await readAll(stage, 'anna', `application_id=${crypto.randomUUID()}`), []);
  });

  test('by ids holds those of them that are theirs', async (context) => {
    const stage = await setStage(context);
    const { own, foreign } = await populate(stage);
    const query = `id=${own[0]}&id=${foreign}&id=${crypto.randomUUID()}&id=${own[2]?.toUpperCase()}&id=${own[0]}`;
    assert.deepEqual(await readAll(stage, 'anna', query), [own[0], own[2]]);
    assert.deepEqual(await readAll(stage, 'staff', query), [own[0], foreign, own[2]]);
  });

  test('by ids is Edlink’s of now when that is asked for, for those that have not ended', async (context) => {
    const stage = await setStage(context);
    const { own } = await populate(stage);
    const query = `${path}?id=${own.join('&id=')}`;
    await stage.call('GET', query);
    const { integration_id } = stage.simulator.complete(own[0] as string);
    assert(stage.simulator.onboardings.length > 2);
    stage.clock.passed += 1_000;
    const { list: remembered } = await stage.call('GET', query);
    assert.equal(remembered.$data[0]?.integration_id, null);
    const fresh = { headers: { 'Cache-Control': 'no-cache' } };
    const { list } = await stage.call('GET', query, fresh);
    assert.equal(list.$data[0]?.integration_id, integration_id);
    const { read } = stage.simulator.requests.counts;
    stage.clock.passed += 2_000;
    await stage.call('GET', query, fresh);
    assert.equal(stage.simulator.requests.counts.read - read, own.length - 1);
  });

  test('leaves out what was deleted or is gone', async (context) => {
    const stage = await setStage(context);
    const { own } = await populate(stage);
    await stage.call('DELETE', `${path}/${own[3]}`);
    assert.deepEqual(await readAll(stage, 'anna', ''), own.slice(0, 3).toReversed());
    stage.simulator.reset();
    stage.clock.passed += 6_000;
    assert.deepEqual(await readAll(stage, 'anna', ''), []);
  });
});

describe('the team’s list', () => {
  test('is for the scope all, with notes on what the store knows', async (context) => {
    const stage = await setStage(context);
    const { own, foreign } = await populate(stage);
    const all = await readAll(stage, 'staff', 'limit=2');
    assert.deepEqual(all.toSorted(), [...own, foreign].toSorted());
    const { list } = await stage.call('GET', path, { as: 'staff' });
    assert.ok(list.$data.every(({ $host }) => $host?.created_by?.includes('usd')));
    assert.deepEqual(await readAll(stage, 'staff', `provider_id=${canvasId}&limit=1`), [own[0]]);
  });

  test('leaves out a row that cannot be read, and shows the others', async (context) => {
    const bad = [null, 7, {}, { id: 'x' }, { id: crypto.randomUUID(), state: 1 }];
    const { call, create } = await setStage(context, {
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (!(url as string).includes('$first') && !(url as string).includes('%24first')) return answer;
        const { $data } = (await answer.json()) as { $data: unknown[] };
        return Response.json({ $data: [...bad, ...$data] });
      },
    });
    const { id } = (await create()).onboarding;
    const { list } = await call('GET', path, { as: 'staff' });
    assert.deepEqual(
      list.$data.map((one) => one.id),
      [id],
    );
  });

  test('is asked for once by those who want the same page at the same time', async (context) => {
    const faults = [{ kind: 'slow-answer', on: 'list', milliseconds: 300 }] as const;
    const { call, simulator } = await setStage(context, {}, { faults: [...faults] });
    const ask = (limit: number) => call('GET', `${path}?limit=${limit}`, { as: 'staff' });
    const answers = await Promise.all([ask(5), ask(5), ask(5), ask(6)]);
    for (const { status } of answers) assert.equal(status, 200);
    assert.equal(simulator.requests.counts.list, 2);
  });
});

describe('cursors', () => {
  test('are worth nothing to others, in another list, or with another filter', async (context) => {
    const stage = await setStage(context);
    await populate(stage);
    const next = async (as: string, query: string) =>
      (await stage.call('GET', `${path}?limit=1${query}`, { as })).list.$next ?? '';
    const cursor = await next('anna', '');
    const filtered = await next('anna', '&state=created');
    const team = await next('staff', '');
    assert.ok(cursor && filtered && team);
    const bad: [as: string, query: string][] = [
      ['ben', `cursor=${cursor}`],
      ['staff', `cursor=${cursor}`],
      ['anna', `cursor=${team}`],
      ['anna', `cursor=${filtered}`],
      ['anna', `cursor=${cursor}&state=created`],
    ];
    for (const [as, query] of bad) {
      const answer = await stage.call('GET', `${path}?limit=1&${query}`, { as });
      assert.deepEqual([answer.status, answer.problem.field], [422, 'cursor'], `${as} ${query}`);
    }
    assert.equal((await stage.call('GET', `${path}?limit=4&cursor=${cursor}`)).list.$data.length, 3);
    assert.ok(!Buffer.from(team, 'base64url').toString().includes('issuedAt'));
  });

  test('Edlink’s $next is not followed: only its cursor is taken', async (context) => {
    const asked: string[] = [];
    const next = 'https://evil.example/steal?$cursor=NDI%3D&$first=9999';
    const { call } = await setStage(context, {
      fetch: (url) => {
        asked.push(url as string);
        return Promise.resolve(Response.json({ $data: [], $next: next }));
      },
    });
    const { list } = await call('GET', `${path}?limit=1`, { as: 'staff' });
    assert.equal((await call('GET', `${path}?limit=1&cursor=${list.$next}`, { as: 'staff' })).status, 200);
    assert.deepEqual(
      asked.map((url) => decodeURIComponent(url.split('/onboardings')[1] as string)),
      ['?$first=1', '?$first=1&$cursor=NDI='],
    );
    assert.ok(asked.every((url) => url.startsWith('http://127.0.0.1:')));
  });
});

test('a list waits for a description that never comes once, not for every row', async (context) => {
  const { create, call } = await setStage(context, {
    describeTenant: () => new Promise<never>(() => undefined),
  });
  for (const provider_id of [undefined, ...providers]) await create({ body: { provider_id } });
  const startedAt = performance.now();
  assert.equal((await call('GET', path)).list.$data.length, 5);
  assert.ok(performance.now() - startedAt < 3_000);
});
