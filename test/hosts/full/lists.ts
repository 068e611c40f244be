import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultProviders } from '../../../src/simulator/simulator-defaults.js';
import { path, type Stage } from '../stage.js';

const providers = defaultProviders.slice(0, 5).map(({ id }) => id);
const fresh = { headers: { 'Cache-Control': 'no-cache' } };

export function testLists(stage: Stage): void {
  test('a list is the district’s own, in pages, newest first', async () => {
    await stage.clear();
    await stage.create({ as: 'ben' });
    for (const provider_id of providers) await stage.create({ body: { provider_id } });
    const seen: (string | null)[] = [];
    let url: string | undefined = `${path}?limit=2`;
    while (url) {
      const { list }: Awaited<ReturnType<Stage['call']>> = await stage.call('GET', url);
      assert.ok(list.$data.length <= 2);
      seen.push(...list.$data.map(({ provider_id }) => provider_id));
      url = list.$next && `${path}?limit=2&cursor=${encodeURIComponent(list.$next)}`;
    }
    assert.deepEqual(seen, providers.toReversed());
  });

  test('filters are applied, ids are looked up, and neither goes to Edlink', async () => {
    const all = (await stage.call('GET', path)).list.$data;
    const one = (await stage.call('GET', `${path}?provider_id=${providers[1]}&state=created`)).list.$data;
    assert.deepEqual(
      one.map(({ provider_id }) => provider_id),
      [providers[1]],
    );
    assert.deepEqual((await stage.call('GET', `${path}?state=completed`)).list.$data, []);
    const ids = all.slice(1, 3).map(({ id }) => id);
    const query = ids.map((id) => `id=${id}`).join('&');
    const found = (await stage.call('GET', `${path}?${query}`)).list.$data.map(({ id }) => id);
    assert.deepEqual(found.sort(), ids.sort());
    assert.equal(stage.sent.filter(({ operation }) => operation === 'list').length, 0);
  });

  test('a cursor is worth nothing to another district or with another filter', async () => {
    const cursor = encodeURIComponent((await stage.call('GET', `${path}?limit=1`)).list.$next!);
    const changed = cursor.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const refused = [
      await stage.call('GET', `${path}?limit=1&cursor=${cursor}`, { as: 'ben' }),
      await stage.call('GET', `${path}?state=created&cursor=${cursor}`),
      await stage.call('GET', `${path}?cursor=${changed}`),
      await stage.call('GET', `${path}?cursor=7`),
      await stage.call('GET', `${path}?cursor=`),
    ];
    for (const { status, problem } of refused) assert.deepEqual([status, problem.field], [422, 'cursor']);
  });

  test('a parameter that is wrong is refused by name', async () => {
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=1e1',
      'limit=2&limit=3',
      'provider_id=canvas',
      'state=',
      'team_id=035d6dd6-1569-47b2-8ed8-63435be58078',
      'id=x',
      Array.from({ length: 51 }, () => `id=${crypto.randomUUID()}`).join('&'),
    ]) {
      const { status, problem } = await stage.call('GET', `${path}?${query}`);
      assert.deepEqual([status, problem.field], [422, query.split('=')[0]], query.slice(0, 60));
    }
  });

  test('many who want it fresh at once share a question a second, and get what is true by then', async () => {
    await stage.clear();
    const { id } = (await stage.create()).onboarding;
    const reads = () => stage.sent.filter(({ operation }) => operation === 'read').map(({ at }) => at);
    await stage.call('GET', `${path}/${id}`);
    assert.equal(reads().length, 0, 'a plain read shares the answer to the creation');
    await stage.call('GET', `${path}/${id}`, fresh);
    await fetch(`${stage.edlinkUrl}/onboard/${id}`);
    const answers = await Promise.all(
      Array.from({ length: 7 }, () => stage.call('GET', `${path}/${id}`, fresh)),
    );
    assert.deepEqual(
      answers.map(({ onboarding }) => onboarding.state),
      Array(7).fill('started'),
    );
    assert.ok(reads().length > 1);
    // They are a second apart where they are sent; on a busy machine the first may arrive late.
    const [first = 0, ...others] = reads();
    const span = (others.at(-1) ?? 0) - first;
    assert.ok(span > (others.length - 1) * 1_000, `${others.length + 1} within ${span} ms`);
  });

  test('a replica that lags does not undo a creation', async () => {
    await stage.clear();
    const { id } = (await stage.create()).onboarding;
    stage.simulator.configure({
      faults: [{ kind: 'edlink-error', on: 'read', times: 1, code: 'NOT_FOUND' }],
    });
    const answer = await stage.call('POST', path, { body: {} });
    assert.deepEqual([answer.status, answer.onboarding.id], [200, id]);
  });
}
