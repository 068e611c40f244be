import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Connected, Conflict } from '../../src/proxy/index.js';
import { canvasId, providers, setStage } from './stage.js';

const path = '/edlink/onboardings';
const fresh = { headers: { 'Cache-Control': 'no-cache' } };

describe('onConnected', () => {
  test('has run when a browser hears of the completion, once, with who started it', async (context) => {
    const told: Connected[] = [];
    let isDone = false;
    const onConnected = async (connected: Connected) => {
      told.push(connected);
      await new Promise((resolve) => setTimeout(resolve, 100));
      isDone = true;
    };
    const { create, call, simulator, clock, proxy } = await setStage(context, { onConnected });
    const { id } = (await create()).onboarding;
    assert.equal(await proxy.connectionOf('usd-259'), null);
    const { integration_id } = simulator.complete(id);
    const answers = await Promise.all(
      ['anna', 'carl', 'staff'].map(async (as) => {
        const answer = await call('GET', `${path}/${id}`, { as, ...fresh });
        assert.ok(isDone);
        return answer;
      }),
    );
    for (const { onboarding } of answers) assert.equal(onboarding.integration_id, integration_id);
    clock.passed += 10_000;
    await call('GET', `${path}/${id}`);
    await call('GET', path);
    await proxy.sweep();
    assert.deepEqual(told, [
      { tenant: 'usd-259', actor: 'anna@usd259.example', onboarding_id: id, integration_id },
    ]);
    const connection = await proxy.connectionOf('usd-259');
    assert.deepEqual([connection?.integration_id, connection?.onboarding_id], [integration_id, id]);
    assert.equal(await proxy.connectionOf('usd-500'), null);
  });

  for (const way of ['read', 'create'] as const) {
    test(`throwing: 503, and again at the next ${way}`, async (context) => {
      let calls = 0;
      const onConnected = () => {
        if (++calls === 1) throw new Error('database is down');
      };
      const { create, call, simulator, clock, proxy } = await setStage(context, { onConnected });
      const { id } = (await create()).onboarding;
      simulator.complete(id);
      clock.passed += 10_000;
      const ask = {
        read: () => call('GET', `${path}/${id}`),
        create: () => call('POST', path, { body: {} }),
      }[way];
      const failed = await ask();
      assert.deepEqual([failed.status, failed.problem.code], [503, 'host_not_ready']);
      assert.equal(failed.headers['retry-after'], '5');
      assert.ok(!failed.text.includes('database'));
      assert.equal(await proxy.connectionOf('usd-259'), null);
      const good = await ask();
      assert.equal(good.status, 200);
      assert.ok(good.text.includes('"completed"'));
      assert.equal(calls, 2);
    });
  }

  for (const way of ['list', 'list by ids', 'team list'] as const) {
    test(`throwing: left out of a ${way}, and there the next time`, async (context) => {
      let calls = 0;
      const onConnected = () => {
        if (++calls === 1) throw new Error('database is down');
      };
      const { create, call, simulator, clock } = await setStage(context, { onConnected });
      const { id } = (await create()).onboarding;
      const other = (await create({ body: { provider_id: canvasId } })).onboarding.id;
      simulator.complete(id);
      clock.passed += 10_000;
      const ids = async () => {
        const query = way === 'list by ids' ? `?id=${id}&id=${other}` : '';
        const answer = await call('GET', path + query, { as: way === 'team list' ? 'staff' : 'anna' });
        return answer.list.$data.map((one) => one.id).toSorted();
      };
      assert.deepEqual(await ids(), [other]);
      assert.deepEqual(await ids(), [id, other].toSorted());
    });
  }

  test('does not run for a completion without an integration, which is passed on and stays pending', async (context) => {
    let calls = 0;
    const { create, call, simulator, clock, proxy } = await setStage(
      context,
      { onConnected: () => calls++ },
      { integrationIdAfterReads: 2 },
    );
    const { id } = (await create()).onboarding;
    simulator.complete(id);
    for (const [index, hasIntegration] of [false, false, true].entries()) {
      clock.passed += 10_000;
      const { onboarding } = await call('GET', `${path}/${id}`);
      assert.equal(onboarding.state, 'completed');
      assert.equal(onboarding.integration_id !== null, hasIntegration, String(index));
      assert.equal(calls, hasIntegration ? 1 : 0);
    }
    assert.equal((await proxy.sweep()).looked, 0);
  });
});

describe('the same integration under a second tenant', () => {
  test('is a conflict: told to the host once, no connection, absent from the list', async (context) => {
    const conflicts: Conflict[] = [];
    const connected: Connected[] = [];
    const { create, call, simulator, proxy } = await setStage(context, {
      onConflict: (conflict) => conflicts.push(conflict),
      onConnected: (one) => connected.push(one),
    });
    const first = (await create()).onboarding.id;
    const second = (await create({ as: 'ben' })).onboarding.id;
    const integrationId = simulator.complete(first).integration_id as string;
    simulator.complete(second, { integrationId });
    assert.equal((await call('GET', `${path}/${first}`, fresh)).status, 200);
    for (const as of ['ben', 'ben']) {
      const answer = await call('GET', `${path}/${second}`, { as, ...fresh });
      assert.deepEqual([answer.status, answer.problem.code], [409, 'integration_conflict']);
      assert.ok(!answer.text.includes(integrationId));
    }
    assert.deepEqual((await call('GET', path, { as: 'ben' })).list.$data, []);
    assert.equal((await call('GET', path)).list.$data.length, 1);
    await proxy.sweep();
    assert.equal(await proxy.connectionOf('usd-500'), null);
    assert.equal(connected.length, 1);
    assert.deepEqual(conflicts, [
      {
        tenant: 'usd-500',
        actor: 'ben@usd500.example',
        owner: 'usd-259',
        onboarding_id: second,
        integration_id: integrationId,
      },
    ]);
  });

  test('under the same tenant it is none', async (context) => {
    const { create, call, simulator } = await setStage(context);
    const first = (await create()).onboarding.id;
    const integrationId = simulator.complete(first).integration_id as string;
    await call('GET', `${path}/${first}`, fresh);
    const second = (await create()).onboarding.id;
    simulator.complete(second, { integrationId });
    assert.equal((await call('GET', `${path}/${second}`, fresh)).onboarding.integration_id, integrationId);
  });
});

describe('sweep', () => {
  test('finds what no browser asks for, ends what is over, and survives single failures', async (context) => {
    const told: string[] = [];
    const { create, simulator, proxy, clock } = await setStage(context, {
      onConnected: ({ tenant }) => told.push(tenant),
    });
    const done = (await create()).onboarding.id;
    await create({ as: 'ben' });
    await create({ as: 'staff' });
    simulator.complete(done);
    clock.passed += 6_000;
    const once = { kind: 'html-500', times: 1 } as const;
    simulator.configure({
      faults: [
        { ...once, on: 'list' },
        { ...once, on: 'read' },
      ],
    });
    const first = await proxy.sweep();
    assert.deepEqual([first.looked, first.failed, first.expired], [3, 1, 0]);
    clock.passed += 6_000;
    await proxy.sweep();
    assert.deepEqual(told, ['usd-259']);
    clock.passed += 72 * 3_600_000;
    assert.equal((await proxy.sweep()).expired, 0, 'somebody may be in the form');
    clock.passed += 11 * 60_000;
    assert.equal((await proxy.sweep()).expired, 2);
    assert.equal((await proxy.sweep()).looked, 0);
  });

  test('stops when Edlink asks to slow down', async (context) => {
    const { create, simulator, proxy, clock } = await setStage(context);
    for (const as of ['anna', 'ben', 'staff']) await create({ as });
    clock.passed += 6_000;
    simulator.configure({ faults: [{ kind: 'rate-limit', on: 'list', times: 1, seconds: 30 }] });
    const counts = await proxy.sweep();
    assert.deepEqual([counts.failed, counts.stopped], [counts.looked, true]);
    assert.deepEqual([simulator.requests.counts.list, simulator.requests.counts.read], [1, 0]);
  });

  test('stops when Edlink is silent three times in a row', async (context) => {
    const { create, simulator, proxy, clock } = await setStage(context);
    for (const as of ['anna', 'ben', 'staff']) {
      for (const provider_id of providers) await create({ as, body: { provider_id } });
    }
    clock.passed += 6_000;
    simulator.configure({ faults: [{ kind: 'html-500' }] });
    const { looked, failed, stopped } = await proxy.sweep();
    assert.ok(looked < 8 && failed === looked && stopped, JSON.stringify({ looked, failed, stopped }));
  });

  test('comes to every one in time, although Edlink cannot answer for most', async (context) => {
    let good = '';
    const { create, simulator, proxy, clock } = await setStage(context, {
      fetch: (url, init) =>
        init?.method === 'GET' && !(url as string).endsWith(good)
          ? Promise.resolve(new Response(null, { status: 500 }))
          : fetch(url, init),
    });
    for (const as of ['anna', 'ben', 'staff']) {
      for (const provider_id of providers) good = (await create({ as, body: { provider_id } })).onboarding.id;
    }
    simulator.complete(good);
    let connected = 0;
    for (let count = 0; connected === 0 && count < 200; count++) {
      clock.passed += 6_000;
      connected = (await proxy.sweep()).connected;
    }
    assert.equal(connected, 1);
  });

  test('stops when the proxy closes, and says so after that', async (context) => {
    const { create, simulator, proxy, clock } = await setStage(context);
    for (const as of ['anna', 'ben', 'staff']) {
      for (const provider_id of providers) await create({ as, body: { provider_id } });
    }
    clock.passed += 6_000;
    simulator.configure({ faults: [{ kind: 'slow-answer', on: 'list', milliseconds: 200 }] });
    const swept = proxy.sweep();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await proxy.close();
    const { looked, stopped } = await swept;
    assert.ok(looked < 12 && stopped, `${looked} ${stopped}`);
    assert.deepEqual(await proxy.sweep().then(({ looked, stopped }) => [looked, stopped]), [0, true]);
  });

  test('a late completion still wins over an expiry', async (context) => {
    const { create, call, simulator, proxy, clock } = await setStage(context);
    const { id } = (await create()).onboarding;
    clock.passed += 73 * 3_600_000;
    assert.equal((await proxy.sweep()).expired, 1);
    simulator.complete(id);
    assert.ok((await call('GET', `${path}/${id}`, fresh)).status < 500);
    clock.passed += 6_000;
    assert.equal((await call('GET', `${path}/${id}`)).onboarding.state, 'completed');
    assert.equal((await proxy.connectionOf('usd-259'))?.onboarding_id, id);
  });
});
