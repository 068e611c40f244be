import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allOf, bound, claimOf, start, uuid, type OpenStore } from './records.js';

export function paging(open: OpenStore): void {
  describe('pages', () => {
    test('of a tenant’s list are newest first and hold what is bound', async (context) => {
      const store = await open(context);
      const made: string[] = [];
      for (const second of [1, 2, 3, 4, 5]) {
        made.push((await bound(store, { provider_id: uuid(), now: start + second * 1_000 })).id);
      }
      await store.claim(claimOf({ provider_id: uuid() }));
      await bound(store, { tenant: 'usd-500' });
      const listed = await allOf((page) => store.list({ tenant: 'usd-259', ...page }));
      assert.deepEqual(listed, made.reverse());
    });

    test('of what is pending hold all tenants’, bound or not, deleted but not ended', async (context) => {
      const store = await open(context);
      const [one, deleted, ended] = [
        await bound(store),
        await bound(store, { tenant: 'b' }),
        await bound(store, { tenant: 'c' }),
      ];
      const unbound = claimOf({ tenant: 'd' });
      await store.claim(unbound);
      await store.finish({ id: deleted.id, outcome: 'deleted', now: start });
      await store.finish({ id: ended.id, outcome: 'expired', now: start });
      const pending = await allOf((page) => store.pending(page));
      assert.deepEqual(pending, [one.id, deleted.id, unbound.newId].sort());
    });

    test('say nothing of what is not there', async (context) => {
      const store = await open(context);
      assert.deepEqual(await store.list({ tenant: 'nobody', limit: 1 }), { records: [] });
      assert.deepEqual(await store.pending({ limit: 1 }), { records: [] });
      assert.equal(await store.recordOf(uuid()), null);
      assert.equal(await store.connectionOf('nobody'), null);
    });
  });

  test('the secret is the first candidate', async (context) => {
    const store = await open(context);
    const secrets = await Promise.all(['one', 'two', 'three'].map((candidate) => store.secret(candidate)));
    assert.equal(new Set(secrets).size, 1);
    assert.equal(await store.secret('four'), secrets[0]);
  });
}
