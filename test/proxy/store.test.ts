import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Claim, ProxyStore } from '../../src/proxy/index.js';
import { openStore } from '../../src/proxy/node/index.js';
import { makeDirectory } from './stage.js';

const start = Date.now();
const uuid = () => crypto.randomUUID();

const claimOf = (changes: Partial<Claim> = {}): Claim => ({
  tenant: 'usd-259',
  actor: 'anna',
  key: uuid(),
  fingerprint: 'f',
  application_id: 'a',
  provider_id: null,
  expiresAt: start + 1_000_000,
  newId: uuid(),
  lease: { holder: uuid(), until: start + 10_000 },
  now: start,
  ...changes,
});

async function open(context: TestContext): Promise<ProxyStore> {
  const store = await openStore(await makeDirectory(context));
  context.after(() => store.close());
  return store;
}

/** A claim that has its Edlink id. */
async function bound(
  store: ProxyStore,
  changes: Partial<Claim> = {},
): Promise<{ id: string; onboarding_id: string }> {
  const claim = claimOf(changes);
  assert.equal((await store.claim(claim)).kind, 'new');
  const onboarding_id = uuid();
  await store.bind({ id: claim.newId, onboarding_id, expiration_date: null });
  return { id: claim.newId, onboarding_id };
}

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

describe('the directory', () => {
  test('keeps everything when it is opened again, but no lease', async (context) => {
    const directory = await makeDirectory(context);
    const first = await openStore(directory);
    const secret = await first.secret('one');
    const claim = claimOf();
    await first.claim(claim);
    const { onboarding_id } = await bound(first, { tenant: 'usd-500' });
    await first.close();
    const second = await openStore(directory);
    context.after(() => second.close());
    assert.equal(await second.secret('two'), secret);
    assert.equal((await second.recordOf(onboarding_id))?.tenant, 'usd-500');
    assert.equal((await second.claim({ ...claim, newId: uuid() })).kind, 'resumed');
    assert.equal((await second.pending({ limit: 10 })).records.length, 2);
  });

  test('refuses a second opener, saying why', async (context) => {
    const directory = await makeDirectory(context);
    const store = await openStore(directory);
    await assert.rejects(openStore(directory), /is open already.*one process/);
    await store.close();
    await (await openStore(directory)).close();
  });

  test('that cannot be one is an error', async () => {
    await assert.rejects(openStore(''), /path of a directory/);
    await assert.rejects(openStore('/dev/null/x'), /cannot be opened/);
  });
});
