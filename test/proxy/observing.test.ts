import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Sample } from '../../src/proxy/index.js';
import { setStage } from './stage.js';

const path = '/edlink/onboardings';
const plain = ({ duration, ...sample }: Sample): object => {
  assert.ok(duration >= 0);
  return sample;
};

describe('the log', () => {
  test('says what was known already, and what had to be tried again', async (context) => {
    const { create, call, log, simulator, clock } = await setStage(context);
    const { id } = (await create()).onboarding;
    await call('GET', `${path}/${id}`);
    clock.passed += 6_000;
    await call('GET', `${path}/${id}`);
    simulator.configure({ faults: [{ kind: 'drop-after-commit', on: 'create', times: 1 }] });
    await create({ as: 'ben' });
    // Nobody waits for the log.
    while (log.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(
      log.map(({ route, retries, cache_hit }) => [route, retries, cache_hit]),
      [
        ['createOnboarding', 0, false],
        ['readOnboarding', 0, true],
        ['readOnboarding', 0, false],
        ['createOnboarding', 1, false],
      ],
    );
  });
});

describe('metrics', () => {
  test('count requests, calls to Edlink and sweeps, without a name in them', async (context) => {
    const samples: Sample[] = [];
    const { create, call, simulator, proxy, clock } = await setStage(context, {
      metrics: (sample) => samples.push(sample),
    });
    const { id } = (await create()).onboarding;
    clock.passed += 6_000;
    simulator.configure({ faults: [{ kind: 'html-500', on: 'read', times: 1 }] });
    await call('GET', `${path}/${id}`);
    clock.passed += 6_000;
    await proxy.sweep();
    const request = { kind: 'request', retries: 0, cache_hit: false };
    assert.deepEqual(samples.map(plain), [
      { kind: 'upstream', operation: 'create', outcome: 'ok' },
      { ...request, route: 'createOnboarding', status: 201 },
      { kind: 'upstream', operation: 'read', outcome: 'upstream_unavailable' },
      { ...request, route: 'readOnboarding', status: 502 },
      { kind: 'upstream', operation: 'read', outcome: 'ok' },
      { kind: 'sweep', looked: 1, connected: 0, expired: 0, failed: 0, forgotten: 0, stopped: false },
    ]);
    assert.doesNotMatch(JSON.stringify(samples), /usd-259|anna|[\da-f]{8}-/);
  });

  test('may throw, now or later', async (context) => {
    for (const metrics of [
      () => {
        throw new Error('full');
      },
      () => Promise.reject(new Error('full')),
    ]) {
      const { create } = await setStage(context, { metrics });
      await create();
    }
  });
});

describe('health', () => {
  test('is what the last call has shown, and asks nobody', async (context) => {
    const { create, call, simulator, proxy, clock } = await setStage(context);
    assert.deepEqual(proxy.health(), {
      upstream: 'unknown',
      code: null,
      checked_at: null,
      failing_since: null,
    });
    const { id } = (await create()).onboarding;
    assert.equal(proxy.health().upstream, 'up');
    simulator.configure({ faults: [{ kind: 'edlink-error', on: 'read', code: 'INVALID_TOKEN', times: 2 }] });
    const since: (string | null)[] = [];
    for (const _ of [1, 2]) {
      clock.passed += 6_000;
      await call('GET', `${path}/${id}`);
      const { upstream, code, failing_since } = proxy.health();
      assert.deepEqual([upstream, code], ['down', 'upstream_credentials']);
      since.push(failing_since);
    }
    assert.ok(since[0] && since[0] === since[1]);
    clock.passed += 6_000;
    await call('GET', `${path}/${id}`);
    const { upstream, failing_since } = proxy.health();
    assert.deepEqual([upstream, failing_since], ['up', null]);
    assert.equal(simulator.requests.counts.read, 3);
  });

  test('is lowered by answers that are JSON and nothing else', async (context) => {
    let isUseless = false;
    const samples: Sample[] = [];
    const { call, create, clock, proxy } = await setStage(context, {
      fetch: (url, init) =>
        isUseless ? Promise.resolve(Response.json({ status: 'maintenance' })) : fetch(url, init),
      metrics: (sample) => samples.push(sample),
    });
    const { id } = (await create()).onboarding;
    isUseless = true;
    clock.passed += 20_000;
    assert.equal((await call('GET', `${path}/${id}`)).problem.code, 'invalid_response');
    const { upstream, code } = proxy.health();
    assert.deepEqual([upstream, code], ['down', 'invalid_response']);
    assert.ok(samples.some((one) => one.kind === 'upstream' && one.outcome === 'invalid_response'));
  });

  test('is not lowered by a wish of the browser’s that Edlink refuses', async (context) => {
    const { call, proxy } = await setStage(context);
    const answer = await call('POST', path, { body: { provider_id: crypto.randomUUID() } });
    assert.equal(answer.status, 422);
    assert.equal(proxy.health().upstream, 'up');
  });
});

describe('retention', () => {
  const day = 24 * 3_600_000;

  test('of what has ended is 90 days, of who is connected for ever', async (context) => {
    const { create, call, simulator, proxy, clock } = await setStage(context);
    const { id } = (await create()).onboarding;
    const { integration_id } = simulator.complete(id);
    clock.passed += 6_000;
    await proxy.sweep();
    clock.passed += 89 * day;
    assert.equal((await proxy.sweep()).forgotten, 0);
    assert.equal((await call('GET', path)).list.$data.length, 1);
    clock.passed += 2 * day;
    assert.equal((await proxy.sweep()).forgotten, 1);
    assert.equal((await call('GET', `${path}/${id}`)).status, 404);
    assert.deepEqual((await call('GET', path)).list.$data, []);
    assert.equal((await proxy.connectionOf('usd-259'))?.integration_id, integration_id);
    await assert.rejects(proxy.adopt('usd-500', { integration_id: integration_id! }), {
      code: 'integration_conflict',
    });
  });

  test('is an option; what is not over stays', async (context) => {
    const { create, call, proxy, clock } = await setStage(context, { retention: day });
    const { id } = (await create()).onboarding;
    const deleted = (await create({ as: 'ben' })).onboarding.id;
    await call('DELETE', `${path}/${deleted}`, { as: 'ben' });
    clock.passed += 2 * day;
    assert.equal((await proxy.sweep()).forgotten, 0);
    assert.equal((await call('GET', `${path}/${id}`)).status, 200);
    clock.passed += 2 * day;
    assert.deepEqual(await proxy.sweep().then(({ expired, forgotten }) => [expired, forgotten]), [2, 1]);
    clock.passed += 2 * day;
    assert.equal((await proxy.sweep()).forgotten, 1);
  });
});
