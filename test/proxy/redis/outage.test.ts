import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openRedisStore } from '../../../src/proxy/redis/index.js';
import { call, newKey } from '../calling.js';
import { setStage } from '../stage.js';
import { bound } from '../store/records.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis-server.js';

const path = '/edlink/onboardings';

async function stageOn(context: TestContext) {
  const server = await startRedis();
  context.after(() => server.stop());
  const stage = await setStage(context, { store: await openRedisStore({ url: server.url }) });
  return { ...stage, server };
}

/** Tries until it works again: how soon the client is connected is the client's affair. */
async function recovers(url: string, key: string): Promise<string> {
  for (;;) {
    const { status, onboarding } = await call(url, 'POST', path, { body: {}, key });
    if (status < 300) return onboarding.id;
    assert.equal(status, 503);
  }
}

describeWithRedis('a Redis that is away', () => {
  const ways: Record<
    string,
    [(server: RedisServer) => Promise<void>, (server: RedisServer) => Promise<void>]
  > = {
    'has stopped': [(server) => server.signal('SIGSTOP'), (server) => server.signal('SIGCONT')],
    'was killed': [(server) => server.signal('SIGKILL'), (server) => server.restart()],
  };
  for (const [name, [leave, comeBack]] of Object.entries(ways)) {
    test(
      `because it ${name}, is answered for soon, and gone on with`,
      { timeout: 30_000 },
      async (context) => {
        const { url, server, create, call: ask, simulator } = await stageOn(context);
        const before = await create({ key: 'before-the-outage' });
        await leave(server);
        const since = Date.now();
        const answers = await Promise.all([
          ask('POST', path, { body: {}, as: 'ben', key: newKey() }),
          ask('GET', `${path}/${before.onboarding.id}`),
        ]);
        assert.ok(Date.now() - since < 4_000);
        for (const { status, problem, headers } of answers) {
          assert.deepEqual([status, problem.code, headers['retry-after']], [503, 'host_not_ready', '2']);
        }
        await comeBack(server);
        assert.equal(await recovers(url, 'before-the-outage'), before.onboarding.id);
        assert.equal((await create({ as: 'ben' })).status, 201);
        assert.equal(simulator.onboardings.length, 2);
      },
    );
  }

  test('does not keep the store from closing', { timeout: 10_000 }, async (context) => {
    const server = await startRedis();
    context.after(() => server.stop());
    const store = await openRedisStore({ url: server.url });
    await bound(store);
    await server.signal('SIGKILL');
    await assert.rejects(store.recordOf('any'));
    await store.close();
  });
});
