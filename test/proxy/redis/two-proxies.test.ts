import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { createProxy, type ProxyOptions } from '../../../src/proxy/index.js';
import { openRedisStore } from '../../../src/proxy/redis/index.js';
import { call, newKey, type Answer, type CallOptions } from '../calling.js';
import { canvasId, serve, setStage, type Stage } from '../stage.js';
import { uuid } from '../store/records.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis-server.js';

const path = '/edlink/onboardings';
const fresh = { headers: { 'Cache-Control': 'no-cache' } };

describeWithRedis('two proxies on one Redis', () => {
  let server: RedisServer;
  before(async () => {
    server = await startRedis();
  });
  after(() => server.stop());

  /** Each with a connection of its own, as two machines have. */
  async function setTwo(context: TestContext, changes: Partial<Omit<ProxyOptions, 'edlink'>> = {}) {
    const open = () => openRedisStore({ url: server.url, prefix });
    const prefix = `${uuid()}:`;
    // A simulator that honours `$idempotency` would hide what was made twice.
    const stage = await setStage(context, { ...changes, store: await open() }, { honoursIdempotency: false });
    const second = createProxy({ ...stage.options, store: await open() });
    context.after(() => second.close());
    const secondUrl = await serve(context, second);
    const other: Stage['call'] = (method, where, options) => call(secondUrl, method, where, options);
    const onBoth = (options: (index: number) => CallOptions): Promise<[Answer, Answer]> =>
      Promise.all([stage.call('POST', path, options(0)), other('POST', path, options(1))]);
    return { ...stage, second, other, onBoth };
  }

  test('the same key at the same moment on both is one onboarding', async (context) => {
    const { onBoth, simulator } = await setTwo(context, { authorize: everybody });
    for (let round = 0; round < 50; round++) {
      const key = newKey();
      const answers = await onBoth(() => ({ key, as: `tenant${round}`, body: {} }));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 201]);
      assert.equal(answers[0].onboarding.id, answers[1].onboarding.id);
    }
    assert.equal(simulator.onboardings.length, 50);
    assert.equal(simulator.requests.counts.create, 50);
  });

  test('one is live for a tenant and provider, whichever is asked', async (context) => {
    const { onBoth, other, create, simulator } = await setTwo(context);
    const answers = await onBoth(() => ({ body: { provider_id: canvasId } }));
    assert.equal(answers[0].onboarding.id, answers[1].onboarding.id);
    const first = await create();
    const key = newKey();
    const again = await other('POST', path, { body: {}, key });
    assert.deepEqual([again.status, again.onboarding.id], [200, first.onboarding.id]);
    assert.equal(simulator.onboardings.length, 2);
    await other('DELETE', `${path}/${first.onboarding.id}`);
    assert.equal((await other('POST', path, { body: {}, key })).status, 409);
    assert.equal((await create()).status, 201);
  });

  test('what one finds connected the other knows, and the host is told once', async (context) => {
    const told: unknown[] = [];
    const onConnected = (connected: unknown) => told.push(connected);
    const { create, call: ask, other, simulator, proxy, second } = await setTwo(context, { onConnected });
    const { id } = (await create()).onboarding;
    const { integration_id } = simulator.complete(id);
    assert.equal((await ask('GET', `${path}/${id}`, fresh)).onboarding.integration_id, integration_id);
    assert.equal((await other('GET', `${path}/${id}`, fresh)).onboarding.integration_id, integration_id);
    assert.equal((await second.connectionOf('usd-259'))?.integration_id, integration_id);
    await Promise.all([proxy.sweep(), second.sweep()]);
    assert.equal(told.length, 1);
  });

  test('what one has shown completed, the other does not show from an older list', async (context) => {
    const { create, call: ask, other, simulator } = await setTwo(context);
    const { id } = (await create()).onboarding;
    assert.equal((await other('GET', `${path}/${id}`)).onboarding.state, 'created');
    simulator.complete(id);
    assert.equal((await ask('GET', `${path}/${id}`, fresh)).onboarding.state, 'completed');
    assert.equal((await other('GET', `${path}/${id}`)).onboarding.state, 'completed');
    assert.equal((await other('GET', path)).list.$data[0]?.state, 'completed');
  });

  test('an integration is one tenant’s, whichever hears of it first', async (context) => {
    const conflicts: unknown[] = [];
    const onConflict = (conflict: unknown) => conflicts.push(conflict);
    const { create, call: ask, other, simulator } = await setTwo(context, { onConflict });
    const [ours, theirs] = [await create(), await create({ as: 'ben' })];
    const { integration_id } = simulator.complete(ours.onboarding.id);
    assert.equal((await ask('GET', `${path}/${ours.onboarding.id}`, fresh)).status, 200);
    simulator.complete(theirs.onboarding.id, { integrationId: integration_id! });
    const refused = await other('GET', `${path}/${theirs.onboarding.id}`, { ...fresh, as: 'ben' });
    assert.deepEqual([refused.status, refused.problem.code], [409, 'integration_conflict']);
    assert.equal(conflicts.length, 1);
  });

  test('a cursor of one is good for the other', async (context) => {
    const { create, call: ask, other } = await setTwo(context);
    await create();
    await create({ body: { provider_id: canvasId } });
    const { list } = await ask('GET', `${path}?limit=1`);
    const rest = await other('GET', `${path}?limit=1&cursor=${encodeURIComponent(list.$next!)}`);
    assert.equal(rest.list.$data.length, 1);
    assert.notEqual(rest.list.$data[0]?.id, list.$data[0]?.id);
  });
});

/** Every session is a tenant. */
const everybody: ProxyOptions['authorize'] = ({ headers }) => {
  const tenant = headers.get('Cookie') ?? '';
  return { tenant, actor: tenant, scope: 'own', can: ['read', 'create'] };
};
