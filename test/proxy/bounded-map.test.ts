import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boundedMap } from '../../src/proxy/bounded-map.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('boundedMap', () => {
  test('keeps the order, with at most as many at work', async () => {
    let atWork = 0;
    let most = 0;
    const results = await boundedMap([30, 5, 20, 1], 2, async (wait) => {
      most = Math.max(most, ++atWork);
      await pause(wait);
      atWork--;
      return wait;
    });
    assert.deepEqual([results, most], [[30, 5, 20, 1], 2]);
  });

  test('begins nothing after a throw, and throws when the others have ended', async () => {
    const begun: number[] = [];
    let ended = 0;
    const map = async (item: number) => {
      begun.push(item);
      if (item === 0) throw new Error('first');
      await pause(20);
      ended++;
    };
    await assert.rejects(boundedMap([0, 1, 2, 3, 4, 5], 2, map), /first/);
    assert.deepEqual([begun, ended], [[0, 1], 1]);
  });
});
