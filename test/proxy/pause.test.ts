import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPause } from '../../src/proxy/pause.js';
import type { SharedMemory } from '../../src/proxy/store.js';

test('a pause is kept by the process that was asked for it, although it could not tell the others', async () => {
  let isDown = true;
  const get = () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(null));
  const pause = createPause(() => 0, { get } as Partial<SharedMemory> as SharedMemory);
  await assert.rejects(pause.begin(5_000), /down/);
  isDown = false;
  assert.equal(await pause.left(), 5_000);
});
