import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProxyStore } from '../../../src/proxy/index.js';
import { allOf, bound, claimOf, start, uuid, type OpenStore } from './records.js';

const day = 86_400_000;
const everything = { endedBefore: start + 100 * day, limit: 100 };

export function forgetting(open: OpenStore): void {
  describe('forget', () => {
    test('takes the record, every key, its date and its id', async (context) => {
      const store = await open(context);
      const { id, onboarding_id, claim } = await bound(store);
      // The rarest of the letters a key may have sorts behind all others.
      const keys = [claim.key, uuid(), `~${uuid()}`, `.-_${uuid()}`];
      for (const key of keys) await join(store, { key, id });
      await store.finish({ id, outcome: 'expired', now: start });
      assert.equal(await store.forget(everything), 1);
      assert.equal(await store.recordOf(onboarding_id), null);
      assert.deepEqual(await store.list({ tenant: 'usd-259', limit: 10 }), { records: [] });
      assert.equal(await store.forget(everything), 0);
      for (const key of keys) {
        const result = await store.claim(claimOf({ key, provider_id: uuid(), fingerprint: 'another' }));
        assert.equal(result.kind, 'new', key);
      }
      assert.equal((await store.adopt({ ...adoption(onboarding_id), tenant: 'usd-500' })).kind, 'bound');
    });

    test('makes its date free', async (context) => {
      const store = await open(context);
      const { id, onboarding_id } = await bound(store);
      const date = (await store.recordOf(onboarding_id))?.instants[0];
      await store.finish({ id, outcome: 'expired', now: start });
      await store.forget(everything);
      const result = await store.claim(claimOf());
      assert.equal(result.kind === 'new' && result.record.expiration_date, date);
    });

    test('leaves the connection and whose the integration is', async (context) => {
      const store = await open(context);
      const { id } = await bound(store);
      await store.claimIntegration({ integration_id: 'i', tenant: 'usd-259' });
      await store.finish({ id, outcome: 'connected', integration_id: 'i', now: start });
      assert.equal(await store.forget(everything), 1);
      assert.equal((await store.connectionOf('usd-259'))?.integration_id, 'i');
      assert.equal(await store.claimIntegration({ integration_id: 'i', tenant: 'usd-500' }), 'usd-259');
    });

    test('leaves what is pending, and what was deleted until it has another end', async (context) => {
      const store = await open(context);
      const [live, deleted] = [await bound(store), await bound(store, { tenant: 'b' })];
      await store.finish({ id: deleted.id, outcome: 'deleted', now: start });
      assert.equal(await store.forget(everything), 0);
      assert.deepEqual(await allOf((page) => store.pending(page)), [live.id, deleted.id].sort());
      await store.finish({ id: deleted.id, outcome: 'expired', now: start + day });
      // It has ended with its deletion.
      assert.equal(await store.forget({ endedBefore: start + 1, limit: 10 }), 1);
      assert.equal(await store.recordOf(deleted.onboarding_id), null);
    });

    test('goes by the last end: a late completion counts from its own time', async (context) => {
      const store = await open(context);
      const { id, onboarding_id } = await bound(store);
      await store.finish({ id, outcome: 'expired', now: start });
      await store.finish({ id, outcome: 'connected', integration_id: 'i', now: start + 2 * day });
      assert.equal(await store.forget({ endedBefore: start + day, limit: 10 }), 0);
      assert.equal((await store.recordOf(onboarding_id))?.outcome, 'connected');
      assert.equal(await store.forget({ endedBefore: start + 3 * day, limit: 10 }), 1);
      assert.equal(await store.recordOf(onboarding_id), null);
    });

    test('is not kept from it by a deletion after the end', async (context) => {
      const store = await open(context);
      const { id } = await bound(store);
      await store.finish({ id, outcome: 'expired', now: start });
      await store.finish({ id, outcome: 'deleted', now: start });
      assert.deepEqual(await store.pending({ limit: 10 }), { records: [] });
      assert.equal(await store.forget(everything), 1);
    });

    test('takes the oldest first, no more than it is told, none at the time itself', async (context) => {
      const store = await open(context);
      const ids: string[] = [];
      for (const second of [3, 1, 2]) {
        const { id, onboarding_id } = await bound(store, { tenant: `t${second}` });
        await store.finish({ id, outcome: 'expired', now: start + second * 1_000 });
        ids[second] = onboarding_id;
      }
      assert.equal(await store.forget({ endedBefore: start + 3_000, limit: 1 }), 1);
      assert.equal(await store.recordOf(ids[1]!), null);
      assert.equal(await store.forget({ endedBefore: start + 3_000, limit: 10 }), 1);
      assert.ok(await store.recordOf(ids[3]!));
    });

    test('at the same moment as another takes each once', async (context) => {
      const store = await open(context);
      for (let count = 0; count < 10; count++) {
        const { id } = await bound(store, { tenant: `t${count}` });
        await store.finish({ id, outcome: 'expired', now: start + count });
      }
      const counts = await Promise.all([store.forget(everything), store.forget(everything)]);
      assert.equal(counts[0] + counts[1], 10);
    });
  });
}

const join = (store: ProxyStore, entry: { key: string; id: string }) =>
  store.join({ tenant: 'usd-259', fingerprint: 'f', ...entry });

const adoption = (onboarding_id: string) => ({
  actor: 'staff',
  newId: uuid(),
  key: uuid(),
  onboarding_id,
  application_id: 'a',
  provider_id: null,
  expiration_date: new Date(start).toISOString(),
  now: start,
});
