import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setStage } from './stage.js';

describe('every answer', () => {
  test('is not stored, has the proxy’s date, is not sniffed; problems are problem+json', async (context) => {
    const { call, create, clock } = await setStage(context);
    clock.passed = 86_400_000;
    const { id } = (await create()).onboarding;
    const answers = await Promise.all([
      call('GET', `/edlink/onboardings/${id}`),
      call('GET', '/edlink/onboardings'),
      call('GET', '/nowhere'),
      call('GET', '/edlink/onboardings', { as: null }),
      call('GET', '/edlink/onboardings', { headers: { 'X-Requested-With': undefined } }),
      call('OPTIONS', '/edlink/onboardings'),
      call('POST', '/edlink/onboardings', { body: '[' }),
      call('DELETE', `/edlink/onboardings/${id}`),
    ]);
    for (const { status, headers, problem } of answers) {
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.ok(Math.abs(Date.parse(String(headers['date'])) - clock.now()) < 5_000);
      const type = status < 300 ? 'application/json' : 'application/problem+json';
      if (status !== 204) assert.equal(headers['content-type'], type);
      if (status >= 400) assert.deepEqual([problem.status, typeof problem.code], [status, 'string']);
    }
  });
});

describe('the log', () => {
  test('has closed entries, a hash for the tenant, and Edlink’s request id', async (context) => {
    const { create, call, log } = await setStage(context);
    // No request waits for its entry, so that one may come after the answer.
    const logged = async (count: number) => {
      while (log.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await create();
    await logged(1);
    await create({ as: 'ben' });
    await logged(2);
    await call('GET', '/edlink/onboardings');
    await logged(3);
    await call('GET', '/nowhere');
    await logged(4);
    const keys = ['route', 'status', 'duration', 'tenant', 'upstream_request_id', 'retries', 'cache_hit'];
    for (const entry of log)
      assert.deepEqual(
        Object.keys(entry).filter((key) => !keys.includes(key)),
        [],
      );
    assert.deepEqual(
      log.map(({ route, status }) => [route, status]),
      [
        ['createOnboarding', 201],
        ['createOnboarding', 201],
        ['listOnboardings', 200],
        ['none', 404],
      ],
    );
    const [anna, ben, again, nobody] = log.map(({ tenant }) => tenant);
    assert.match(String(anna), /^[\da-f]{16}$/);
    assert.deepEqual([anna === ben, anna === again, nobody], [false, true, null]);
  });

  test('may throw', async (context) => {
    const { create, call } = await setStage(context, {
      log: () => {
        throw new Error('disk is full');
      },
    });
    await create();
    assert.equal((await call('GET', '/nowhere')).status, 404);
  });
});
