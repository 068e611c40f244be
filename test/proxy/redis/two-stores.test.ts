import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { createClient } from 'redis';
import type { ProxyStore } from '../../../src/proxy/index.js';
import { openRedisStore } from '../../../src/proxy/redis/index.js';
import { bound, start, uuid } from '../store/records.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis-server.js';

describeWithRedis('a Redis that two stores share', () => {
  let server: RedisServer;
  before(async () => {
    server = await startRedis();
  });
  after(() => server.stop());

  async function openTwo(context: TestContext, prefix = `${uuid()}:`): Promise<[ProxyStore, ProxyStore]> {
    const open = async () => {
      const store = await openRedisStore({ url: server.url, prefix });
      context.after(() => store.close());
      return store;
    };
    return [await open(), await open()];
  }

  const memories = async (context: TestContext) => {
    const [one, other] = await openTwo(context);
    assert.ok(one.shared && other.shared);
    return [one.shared, other.shared] as const;
  };

  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  test('what one puts the other gets, until its time is over', async (context) => {
    const [one, other] = await memories(context);
    assert.equal(await other.get('list/ü'), null);
    await one.put('list/ü', '["é", {}, [], null]', 60_000);
    const found = await other.get('list/ü');
    assert.equal(found?.text, '["é", {}, [], null]');
    assert.ok(found.lifetime > 30_000 && found.lifetime <= 60_000);
    await one.put('list/ü', '', 50);
    await pause(70);
    assert.equal(await other.get('list/ü'), null);
  });

  test('a place is taken by one, for its time', async (context) => {
    const [one, other] = await memories(context);
    const taken = await Promise.all(
      [one, other, one].map((memory, index) => memory.take('asks', `${index}`, 50)),
    );
    assert.equal(taken.filter(Boolean).length, 1);
    await pause(70);
    assert.equal(await other.take('asks', 'later', 1_000), true);
    assert.equal((await one.get('asks'))?.text, 'later');
  });

  test('only the very text is dropped', async (context) => {
    const [one, other] = await memories(context);
    await one.take('asks', 'mine', 10_000);
    await other.drop('asks', 'other');
    await other.drop('nothing', 'mine');
    assert.equal((await one.get('asks'))?.text, 'mine');
    await one.drop('asks', 'mine');
    assert.equal(await other.take('asks', 'other', 1_000), true);
  });

  test('forgets a record without leaving anything, also when both do and a key joins meanwhile', async (context) => {
    const prefix = `${uuid()}:`;
    const [one, other] = await openTwo(context, prefix);
    const client = await createClient({ url: server.url }).connect();
    context.after(() => client.close());
    for (let round = 0; round < 30; round++) {
      const { id } = await bound(one);
      await one.finish({ id, outcome: 'expired', now: start });
      const old = { endedBefore: start + 1, limit: 10 };
      await Promise.all([
        ...Array.from({ length: round % 4 }, () => one.forget(old)),
        other.join({ tenant: 'usd-259', key: uuid(), fingerprint: 'f', id }),
        other.forget(old),
      ]);
      assert.deepEqual(await client.keys(`${prefix}*`), []);
    }
  });
});
