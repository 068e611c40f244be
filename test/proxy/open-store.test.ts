import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openStore } from '../../src/proxy/node/index.js';
import { makeDirectory } from './stage.js';
import { bound, claimOf, uuid } from './store/records.js';

describe('the embedded store’s directory', () => {
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
