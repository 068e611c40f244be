import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { letPass } from './passing-time.js';
import { setStage } from './stage.js';

const path = '/edlink/onboardings';
const edlink = { timeout: 400 };
const never = () => new Promise<never>(() => undefined);

describe('a host’s function that never settles', () => {
  for (const name of ['onConnected', 'onConflict'] as const) {
    test(`${name}: 503 for the browser, a failure for the sweep, and the proxy closes`, async (context) => {
      const { create, call, simulator, clock, proxy } = await setStage(context, { [name]: never });
      const first = (await create()).onboarding.id;
      const second = (await create({ as: 'ben' })).onboarding.id;
      const integrationId = simulator.complete(first).integration_id as string;
      clock.passed += 6_000;
      if (name === 'onConflict') {
        await call('GET', `${path}/${first}`);
        simulator.complete(second, { integrationId });
        clock.passed += 6_000;
      }
      const [id, as] = name === 'onConflict' ? [second, 'ben'] : [first, 'anna'];
      context.mock.timers.enable({ apis: ['setTimeout'] });
      const asked = call('GET', `${path}/${id}`, { as });
      const swept = proxy.sweep();
      letPass(context);
      const answer = await asked;
      assert.deepEqual([answer.status, answer.problem.code], [503, 'host_not_ready']);
      assert.equal((await swept).failed, 1);
      await proxy.close();
    });
  }

  test('token: 503 within the time-out', async (context) => {
    const { call, simulator } = await setStage(context, { edlink: { ...edlink, token: never } });
    const answer = await call('POST', path, { body: {} });
    assert.deepEqual([answer.status, answer.problem.code], [503, 'host_not_ready']);
    assert.equal(simulator.requests.log.length, 0);
  });

  test('teamIdOf: 503 within the time-out', async (context) => {
    const { call, simulator } = await setStage(context, { edlink, teamIdOf: never });
    const answer = await call('POST', path, { body: {} });
    assert.deepEqual([answer.status, answer.problem.code], [503, 'host_not_ready']);
    assert.equal(simulator.requests.log.length, 0);
  });

  for (const name of ['school', 'token'] as const) {
    test(`pathwright.${name}: 503 within the time-out`, async (context) => {
      const { call, sent } = await setStage(context, { pathwright: { timeout: 400, [name]: never } });
      const answer = await call('GET', '/edlink/links');
      assert.deepEqual([answer.status, answer.problem.code], [503, 'host_not_ready']);
      assert.deepEqual(sent.requests(), []);
    });
  }

  test('describeTenant: left out', async (context) => {
    const { create } = await setStage(context, { describeTenant: never });
    const { $host } = (await create()).onboarding;
    assert.equal($host?.district, undefined);
    assert.equal($host?.created_by, 'anna@usd259.example');
  });

  test('log: not waited for', async (context) => {
    const { create, proxy } = await setStage(context, { log: never });
    await create();
    await proxy.close();
  });
});
