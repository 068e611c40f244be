import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bound, claimOf, start, uuid, type OpenStore } from './records.js';

export function claiming(open: OpenStore): void {
  describe('claim', () => {
    test('of the same slot at the same moment is won by one', async (context) => {
      const store = await open(context);
      const results = await Promise.all(Array.from({ length: 50 }, () => store.claim(claimOf())));
      assert.equal(results.filter(({ kind }) => kind === 'new').length, 1);
      assert.equal(results.filter(({ kind }) => kind === 'busy').length, 49);
    });

    test('gives every record an instant of its own, also when it is renewed', async (context) => {
      const store = await open(context);
      const claims = Array.from({ length: 20 }, (_, index) => claimOf({ tenant: `t${index}` }));
      const results = await Promise.all(claims.map((claim) => store.claim(claim)));
      const renewed = await Promise.all(
        claims.map(({ newId, lease }) => store.renew({ id: newId, lease, expiresAt: start + 1_000_000 })),
      );
      const instants = [
        ...results.map((result) => ('record' in result ? result.record.expiration_date : '')),
        ...renewed.map((record) => record?.expiration_date),
      ];
      assert.equal(new Set(instants).size, 40);
      assert.equal(renewed[0]?.instants.length, 2);
    });

    test('keeps the newest instants of a record that is renewed without end', async (context) => {
      const store = await open(context);
      const { newId: id, lease, ...claim } = claimOf();
      await store.claim({ ...claim, newId: id, lease });
      let renewed = null;
      for (let count = 0; count < 60; count++) {
        renewed = await store.renew({ id, lease, expiresAt: start + 1_000_000 });
      }
      assert.equal(renewed?.instants.length, 50);
      assert.equal(renewed.instants.at(-1), new Date(start + 1_000_060).toISOString());
    });

    test('can be taken over only after the lease', async (context) => {
      const store = await open(context);
      const claim = claimOf();
      await store.claim(claim);
      const again = claimOf({ key: claim.key, lease: { holder: 'second', until: start + 20_000 } });
      assert.equal((await store.claim(again)).kind, 'busy');
      assert.equal((await store.claim({ ...again, now: start + 10_000 })).kind, 'resumed');
      assert.equal(await store.renew({ id: claim.newId, lease: claim.lease }), null);
      await store.release({ id: claim.newId, holder: claim.lease.holder });
      assert.equal((await store.claim({ ...again, now: start + 20_000 })).kind, 'resumed');
      await store.release({ id: claim.newId, holder: 'second' });
      assert.equal((await store.claim(again)).kind, 'new');
    });

    test('keeps tenants apart whose names are near each other', async (context) => {
      const store = await open(context);
      const names = ['a', 'a/b', 'a%2Fb', 'a~', 'A', 'á', 'a/~', '../a', 'a!'];
      for (const tenant of names) await bound(store, { tenant, key: 'the-same-key-for-all' });
      for (const tenant of names) {
        const { records } = await store.list({ tenant, limit: 10 });
        assert.deepEqual(
          records.map((record) => record.tenant),
          [tenant],
        );
      }
    });
  });

  describe('bind', () => {
    test('takes an id once, and a record once', async (context) => {
      const store = await open(context);
      const [one, two] = [claimOf(), claimOf({ tenant: 'usd-500' })];
      await Promise.all([store.claim(one), store.claim(two)]);
      const onboarding_id = uuid();
      const binding = { onboarding_id, expiration_date: null };
      const results = await Promise.all([one, two].map(({ newId }) => store.bind({ id: newId, ...binding })));
      assert.deepEqual(
        results.map(({ kind }) => kind),
        ['bound', 'refused'],
      );
      const again = await store.bind({ id: one.newId, onboarding_id: uuid(), expiration_date: null });
      assert.equal(again.kind === 'already' && again.record.onboarding_id, onboarding_id);
      assert.equal((await store.recordOf(onboarding_id))?.tenant, 'usd-259');
    });
  });
}
