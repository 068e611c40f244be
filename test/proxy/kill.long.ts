import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { killAgainAndAgain } from './killing/embedded-rounds.js';

describe('kill -9, 200 times', () => {
  test('in every phase of a creation: nothing acknowledged is lost, no key makes two', async (context) => {
    const phases = await killAgainAndAgain(context, 200);
    assert.deepEqual(phases.missed, []);
  });
});
