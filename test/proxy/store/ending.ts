import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bound, claimOf, start, type OpenStore } from './records.js';

export function ending(open: OpenStore): void {
  describe('finish', () => {
    test('leaves a connection standing, and lets a late one win', async (context) => {
      const store = await open(context);
      const { id, onboarding_id } = await bound(store);
      await store.finish({ id, outcome: 'expired', now: start });
      await store.finish({ id, outcome: 'connected', integration_id: 'i', now: start });
      await store.finish({ id, outcome: 'deleted', now: start });
      assert.equal((await store.recordOf(onboarding_id))?.outcome, 'connected');
      assert.equal((await store.connectionOf('usd-259'))?.integration_id, 'i');
    });

    test('gives a connection to whoever asks: what they make of theirs is not the next one’s', async (context) => {
      const store = await open(context);
      const { id } = await bound(store);
      await store.finish({ id, outcome: 'connected', integration_id: 'i', now: start });
      Object.assign((await store.connectionOf('usd-259'))!, { integration_id: 'changed' });
      assert.equal((await store.connectionOf('usd-259'))?.integration_id, 'i');
    });

    test('of an older record does not end a newer live one', async (context) => {
      const store = await open(context);
      const { id } = await bound(store);
      const newer = await bound(store, { instead: id });
      await store.finish({ id, outcome: 'expired', now: start });
      const result = await store.claim(claimOf());
      assert.equal(result.kind === 'live' && result.record.id, newer.id);
    });

    test('an integration is the first tenant’s', async (context) => {
      const store = await open(context);
      const owners = await Promise.all(
        ['a', 'b', 'a'].map((tenant) => store.claimIntegration({ integration_id: 'i', tenant })),
      );
      assert.deepEqual(owners, ['a', 'a', 'a']);
    });
  });
}
