import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Breaker } from '../../src/proxy/breaker.js';
import type { ProxyFailure } from '../../src/proxy/failure.js';

test('who has waited for long is sent away', async () => {
  let now = 0;
  let calls = 0;
  const breaker = new Breaker({ width: 2, pause: 5_000, now: () => now });
  const slowly = async () => {
    calls++;
    await new Promise(setImmediate);
    now += 2_000;
  };
  const run = () => breaker.run(slowly, () => false);
  const results = await Promise.allSettled(Array.from({ length: 100 }, run));
  const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as ProxyFailure] : []));
  assert.ok(calls >= 2 && calls < 8, `${calls} calls`);
  assert.equal(refused.length, 100 - calls);
  assert.deepEqual([refused[0]?.code, refused[0]?.notes.retryAfter], ['rate_limited', 5]);
  await run();
});
