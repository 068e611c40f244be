import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProxyStore } from '../../src/proxy/index.js';
import { Keys } from '../../src/proxy/keys.js';

const purposes = ['idempotency', 'cursor', 'log'] as const;

const keysOf = (secret: ProxyStore['secret']): Keys =>
  new Keys({ secret } as ProxyStore, (length) => new Uint8Array(length));

describe('keys', () => {
  test('made for one purpose are worth nothing for another', async () => {
    const keys = keysOf(() => Promise.resolve('a secret'));
    const texts = await Promise.all(purposes.map((purpose) => keys.authenticate(purpose, 'text')));
    assert.equal(new Set(texts).size, purposes.length);
  });

  test('are there when a store that was not ready once is ready', async () => {
    let calls = 0;
    const keys = keysOf(() => (++calls === 1 ? Promise.reject(new Error('starting')) : Promise.resolve('s')));
    await assert.rejects(keys.authenticate('log', 'text'), /starting/);
    assert.match(await keys.authenticate('log', 'text'), /^[\da-f]{64}$/);
    await keys.authenticate('log', 'text');
    assert.equal(calls, 2);
  });
});
