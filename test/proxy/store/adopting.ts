import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Adoption } from '../../../src/proxy/store.js';
import { allOf, bound, claimOf, start, uuid, type OpenStore } from './records.js';

const adoptionOf = (changes: Partial<Adoption> = {}): Adoption => ({
  tenant: 'usd-259',
  actor: 'staff',
  newId: uuid(),
  key: uuid(),
  onboarding_id: uuid(),
  application_id: 'a',
  provider_id: null,
  expiration_date: new Date(start + 1_000_000).toISOString(),
  now: start,
  ...changes,
});

export function adopting(open: OpenStore): void {
  describe('adopt', () => {
    test('makes a record that is bound, pending, listed and live', async (context) => {
      const store = await open(context);
      const found = adoptionOf();
      assert.equal((await store.adopt(found)).kind, 'bound');
      const { now, newId, ...told } = found;
      assert.deepEqual(await store.recordOf(found.onboarding_id), {
        ...told,
        id: newId,
        createdAt: now,
        instants: [],
        lease: null,
        outcome: null,
        endedAt: null,
        integration_id: null,
      });
      assert.deepEqual(await allOf((page) => store.pending(page)), [newId]);
      assert.deepEqual(await allOf((page) => store.list({ tenant: 'usd-259', ...page })), [newId]);
      const result = await store.claim(claimOf());
      assert.equal(result.kind === 'live' && result.record.id, newId);
    });

    test('takes no live one’s place, and needs no date of its own', async (context) => {
      const store = await open(context);
      const live = await bound(store);
      await store.adopt(adoptionOf());
      await store.adopt(adoptionOf());
      const result = await store.claim(claimOf());
      assert.equal(result.kind === 'live' && result.record.id, live.id);
      assert.equal((await allOf((page) => store.pending(page))).length, 3);
    });

    test('of what is known: the tenant’s own, or refused', async (context) => {
      const store = await open(context);
      const { id, onboarding_id } = await bound(store);
      const again = await store.adopt(adoptionOf({ onboarding_id }));
      assert.equal(again.kind === 'already' && again.record.id, id);
      assert.deepEqual(await store.adopt(adoptionOf({ onboarding_id, tenant: 'usd-500' })), {
        kind: 'refused',
      });
      assert.equal((await allOf((page) => store.pending(page))).length, 1);
    });

    test('at the same moment by two tenants is one’s', async (context) => {
      const store = await open(context);
      const onboarding_id = uuid();
      const results = await Promise.all(
        ['a', 'b'].map((tenant) => store.adopt(adoptionOf({ tenant, onboarding_id }))),
      );
      assert.deepEqual(results.map(({ kind }) => kind).sort(), ['bound', 'refused']);
    });

    test('ends as any other', async (context) => {
      const store = await open(context);
      const { newId: id, onboarding_id } = adoptionOf();
      await store.adopt(adoptionOf({ newId: id, onboarding_id }));
      await store.finish({ id, outcome: 'connected', integration_id: 'i', now: start });
      assert.equal((await store.connectionOf('usd-259'))?.onboarding_id, onboarding_id);
      assert.deepEqual((await store.recordOf(onboarding_id))?.instants, []);
    });
  });

  test('connect makes an integration the connection, without an onboarding', async (context) => {
    const store = await open(context);
    const { id } = await bound(store);
    await store.finish({ id, outcome: 'connected', integration_id: 'before', now: start });
    await store.connect({ tenant: 'usd-259', integration_id: 'i', now: start });
    assert.deepEqual(await store.connectionOf('usd-259'), {
      integration_id: 'i',
      onboarding_id: null,
      connected_at: new Date(start).toISOString(),
    });
  });
}
