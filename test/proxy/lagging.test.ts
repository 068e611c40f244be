import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProxy } from '../../src/proxy/index.js';
import { call as callAt, newKey } from './calling.js';
import { serve, setStage } from './stage.js';

const path = '/edlink/onboardings';
const lag = { lagMilliseconds: 60_000 };

describe('a 404 for a new onboarding is a lagging replica’s', () => {
  test('so a colleague gets the live one', async (context) => {
    const { create, call, simulator } = await setStage(context, {}, lag);
    const { id } = (await create()).onboarding;
    const again = await call('POST', path, { body: {} });
    assert.deepEqual([again.status, again.onboarding.id], [200, id]);
    assert.equal(simulator.onboardings.length, 1);
  });

  test('so its key still stands for it', async (context) => {
    const { create, call, clock } = await setStage(context, {}, lag);
    const key = newKey();
    const { id } = (await create({ key })).onboarding;
    for (const pause of [0, 6_000, 2_000]) {
      clock.passed += pause;
      const again = await call('POST', path, { body: {}, key });
      assert.deepEqual([again.status, again.onboarding.id], [200, id]);
    }
  });

  test('and a process that has not made it says when to come back', async (context) => {
    const { create, options, simulator } = await setStage(context, {}, lag);
    const key = newKey();
    await create({ key });
    const other = await serve(context, createProxy(options));
    for (const asked of [key, newKey()]) {
      const answer = await callAt(other, 'POST', path, { body: {}, key: asked });
      assert.deepEqual([answer.status, answer.problem.code], [503, 'upstream_unavailable']);
      assert.equal(answer.headers['retry-after'], '2');
    }
    assert.equal(simulator.onboardings.length, 1);
  });
});

describe('an onboarding that another one has replaced', () => {
  const ways = { 'after a 404': 20_000, 'just past its date': 72 * 3_600_000 + 60_000 };
  for (const [way, pause] of Object.entries(ways)) {
    test(`${way} is still heard of when it is completed`, async (context) => {
      const told: string[] = [];
      const { create, simulator, proxy, clock } = await setStage(context, {
        onConnected: ({ onboarding_id }) => told.push(onboarding_id),
      });
      const { id } = (await create()).onboarding;
      clock.passed += pause;
      const faults = [{ kind: 'edlink-error', on: 'read', code: 'NOT_FOUND', times: 1 }] as const;
      simulator.configure({ faults: way === 'after a 404' ? [...faults] : [] });
      assert.notEqual((await create()).onboarding.id, id);
      simulator.complete(id);
      clock.passed += 6_000;
      assert.equal((await proxy.sweep()).connected, 1);
      assert.deepEqual(told, [id]);
    });
  }
});
