import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { createClient, createClientPool } from 'redis';
import { openRedisStore, type RedisClient } from '../../../src/proxy/redis/index.js';
import { bound } from '../store/records.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis-server.js';

async function serverFor(context: TestContext, ...options: string[]): Promise<RedisServer> {
  const server = await startRedis(...options);
  context.after(() => server.stop());
  return server;
}

/** Opens it, sees that it works, and closes it. */
async function tryOut(options: Parameters<typeof openRedisStore>[0]): Promise<void> {
  const store = await openRedisStore(options);
  const { onboarding_id } = await bound(store);
  assert.ok(await store.recordOf(onboarding_id));
  await store.close();
}

/** Opening must fail, with nothing of the password `canary` in whatever the host prints of the error. */
async function refusal(url: string): Promise<string> {
  const error: unknown = await openRedisStore({ url }).then(
    (store) => store.close(),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error, 'it was opened');
  assert.ok(!inspect(error, { depth: Infinity, showHidden: true }).includes('canary'));
  return error.message;
}

describeWithRedis('openRedisStore', () => {
  test('says when nobody answers, and does not wait', async () => {
    assert.match(await refusal('redis://user:canary@127.0.0.1:1'), /127\.0\.0\.1:1 cannot be opened/);
  });

  for (const url of ['', 'canary', 'http://u:canary@host', 'redis://u:canary@', 'redis://u:canary@host:x']) {
    test(`says that ${JSON.stringify(url.replace('canary', '…'))} is no address`, async () => {
      assert.match(await refusal(url), /must be like redis:\/\//);
    });
  }

  test('says when the password is wrong, or missing', async (context) => {
    const { url } = await serverFor(context, '--requirepass', 'right');
    assert.match(await refusal(url.replace('//', '//:canary@')), /user and password/);
    assert.match(await refusal(url), /user and password/);
    await tryOut({ url: url.replace('//', '//:right@') });
  });

  test('refuses a server that would forget', async (context) => {
    assert.match(
      await refusal((await serverFor(context, '--appendonly', 'no')).url),
      /--appendonly yes --appendfsync always/,
    );
    const policy = ['--maxmemory-policy', 'allkeys-lru'];
    assert.match(await refusal((await serverFor(context, ...policy)).url), /Set it to noeviction/);
  });

  test('takes one that throws away only what expires, or says nothing of itself', async (context) => {
    await tryOut({ url: (await serverFor(context, '--maxmemory-policy', 'volatile-lru')).url });
    const silent = ['--rename-command', 'CONFIG', '', '--maxmemory-policy', 'allkeys-lru'];
    await tryOut({ url: (await serverFor(context, ...silent)).url });
  });

  test('needs a client that is connected, and leaves it to its owner', async (context) => {
    const { url } = await serverFor(context);
    const client = createClient({ url });
    await assert.rejects(openRedisStore({ client }), /is the client connected/);
    await client.connect();
    await tryOut({ client });
    assert.equal(await client.ping(), 'PONG');
    await client.close();
  });

  test('takes a pool, and a client of the older protocol', async (context) => {
    const { url } = await serverFor(context);
    const pool = createClientPool({ url });
    await pool.connect();
    await tryOut({ client: pool, prefix: 'pool:' });
    await pool.close();
    const older = await createClient({ url, RESP: 2 }).connect();
    await tryOut({ client: older, prefix: 'older:' });
    await assert.rejects(openRedisStore({ client: await withEviction(older) }), /noeviction/);
    await older.close();
  });

  test('without either says what to give', async () => {
    await assert.rejects(openRedisStore({} as { url: string }), /give it \{ url \}/);
  });
});

async function withEviction<Client extends RedisClient>(client: Client): Promise<Client> {
  await client.sendCommand(['CONFIG', 'SET', 'maxmemory-policy', 'allkeys-random']);
  return client;
}
