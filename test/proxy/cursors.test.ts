import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openCursor, sealCursor } from '../../src/proxy/cursors.js';
import { ProxyFailure } from '../../src/proxy/failure.js';
import { Keys } from '../../src/proxy/keys.js';
import type { ProxyStore } from '../../src/proxy/index.js';

const keysWith = (secret: string): Keys =>
  new Keys(
    { secret: () => Promise.resolve(secret) } as unknown as ProxyStore,
    (length) => new Uint8Array(length),
  );

describe('a cursor', () => {
  const keys = keysWith('a secret');

  test('needs no escaping in a URL, however long it is', async () => {
    for (const position of ['', 'x', 'xy', 'xyz', 'ü'.repeat(500)]) {
      const cursor = await sealCursor(keys, 'context', position);
      assert.match(cursor, /^[\w-]+$/);
      assert.equal(await openCursor(keys, 'context', cursor), position);
    }
  });

  test('is never the same twice, and opens with the secret and the context only', async () => {
    const cursor = await sealCursor(keys, 'context', 'x');
    assert.notEqual(cursor, await sealCursor(keys, 'context', 'x'));
    const isRefused = (error: unknown) => error instanceof ProxyFailure && error.notes.field === 'cursor';
    for (const [other, context, text] of [
      [keysWith('another secret'), 'context', cursor],
      [keys, 'another context', cursor],
      [keys, 'context', cursor.slice(0, 16)],
      [keys, 'context', `${cursor}AAAA`],
      [keys, 'context', '%'],
      [keys, 'context', ''],
    ] as const)
      await assert.rejects(openCursor(other, context, text), isRefused);
  });
});
