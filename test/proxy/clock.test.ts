import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { setStage } from './stage.js';

const path = '/edlink/onboardings';
const fresh = { headers: { 'Cache-Control': 'no-cache' } };
const hour = 3_600_000;

describe('a clock that is set back', () => {
  async function setBack(context: TestContext) {
    const stage = await setStage(context);
    const [first, second] = [await stage.create(), await stage.create({ as: 'ben' })];
    stage.clock.passed += 10_000;
    for (const as of ['anna', 'ben']) await stage.call('GET', path, { as });
    stage.clock.passed -= hour;
    return { ...stage, first: first.onboarding.id, second: second.onboarding.id };
  }

  test('does not keep an answer longer than some seconds', async (context) => {
    const { call, clock, simulator, second } = await setBack(context);
    simulator.complete(second);
    await call('GET', path, { as: 'ben' });
    clock.passed += 6_000;
    assert.equal((await call('GET', `${path}/${second}`, { as: 'ben' })).onboarding.state, 'completed');
  });

  test('does not make a fresh read wait', async (context) => {
    const { call, first, clock } = await setBack(context);
    await call('GET', `${path}/${first}`, fresh);
    clock.passed -= 3_000;
    const startedAt = performance.now();
    assert.equal((await call('GET', `${path}/${first}`, fresh)).status, 200);
    assert.ok(performance.now() - startedAt < 2_500);
  });

  test('does not prolong what Edlink asked to wait', async (context) => {
    const { call, first, clock, simulator } = await setBack(context);
    simulator.configure({ faults: [{ kind: 'rate-limit', times: 1, seconds: 5 }] });
    assert.equal((await call('GET', `${path}/${first}`, fresh)).status, 429);
    clock.passed -= hour;
    await call('GET', `${path}/${first}`);
    clock.passed += 60_000;
    assert.equal((await call('GET', `${path}/${first}`)).status, 200);
  });
});
