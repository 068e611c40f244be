import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { serveSimulator } from '../../../src/simulator/node/index.js';
import { buildProgram } from '../killing/child.js';
import { Ledger, type Wish } from '../killing/ledger.js';
import { randomFrom } from '../killing/random.js';
import { describeWithRedis, startRedis } from './redis-server.js';

const rounds = 4;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);

/** Two processes on one Redis, in front of a simulator that forgives nothing made twice. */
async function setTwo(context: TestContext) {
  const upstream = await serveSimulator({ settings: { honoursIdempotency: false } });
  context.after(() => upstream.close());
  const redis = await startRedis();
  context.after(() => redis.stop());
  const start = await buildProgram(context);
  const random = randomFrom(seed);
  context.diagnostic(`SEED=${seed}`);
  return {
    redis,
    simulator: upstream.simulator,
    startOne: () => start({ upstream: upstream.url, redis: redis.url, timeout: 1_000 }),
    ledger: new Ledger(),
    moment: (most: number) => new Promise((resolve) => setTimeout(resolve, random() * most)),
  };
}

describeWithRedis('kill -9, with two processes on one Redis,', () => {
  test('of one: the other goes on, no key makes two', { timeout: 120_000 }, async (context) => {
    const { startOne, simulator, ledger, moment } = await setTwo(context);
    const other = await startOne();
    for (let round = 0; round < rounds; round++) {
      const one = await startOne();
      const work = ledger.add(6).flatMap((wish, index) => [
        ledger.ask(one.url, wish),
        // Some keys come to both at the same time.
        ...(index % 2 ? [ledger.ask(other.url, wish)] : []),
      ]);
      await moment(150);
      await one.kill();
      await Promise.all(work);
    }
    // What the killed one held is the other's after its lease.
    await ledger.settle(other.url, simulator);
  });

  test(
    'of one after Edlink has acted: the other finds what it made',
    { timeout: 60_000 },
    async (context) => {
      const { startOne, simulator, ledger } = await setTwo(context);
      const [one, other] = await Promise.all([startOne(), startOne()]);
      simulator.configure({ faults: [{ kind: 'slow-answer', on: 'create', milliseconds: 900 }] });
      const [wish] = ledger.add(1) as [Wish];
      const lost = ledger.ask(one.url, wish);
      while (simulator.onboardings.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await one.kill();
      assert.equal(await lost, undefined);
      // The lease of the dead is respected, because nobody knows that it is dead.
      assert.equal(await ledger.ask(other.url, wish), undefined);
      await ledger.settle(other.url, simulator);
      assert.equal(simulator.requests.counts.create, 1);
    },
  );

  test('of Redis: what was acknowledged is there', { timeout: 120_000 }, async (context) => {
    const { startOne, redis, simulator, ledger, moment } = await setTwo(context);
    const [one, other] = await Promise.all([startOne(), startOne()]);
    for (let round = 0; round < rounds; round++) {
      const work = ledger.add(6).map((wish, index) => ledger.ask([one, other][index % 2]!.url, wish));
      await moment(100);
      await redis.signal('SIGKILL');
      await redis.restart();
      await Promise.all(work);
    }
    await ledger.settle(other.url, simulator);
    await ledger.settle(one.url, simulator);
  });
});
