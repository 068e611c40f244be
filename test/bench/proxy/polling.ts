import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proxy, ProxyStore } from '../../../src/proxy/index.js';
import { openStore } from '../../../src/proxy/node/index.js';
import { openRedisStore } from '../../../src/proxy/redis/index.js';
import { createSimulator } from '../../../src/simulator/index.js';
import { hasRedis, startRedis } from '../../proxy/redis/redis-server.js';
import { type Measurement, measurement } from '../measurement.js';
import { createInstance, createWaiting, requestOf } from './team.js';

const admins = [1, 50, 500];
const instances = [1, 4];

/** Milliseconds. Each admin asks once an interval: far more often than an element does. */
const interval = 5_000;
const window = 30_000;
const perMinute = 60_000 / window;

/** What those who wait cost Edlink, who counts. */
export async function polling(): Promise<Measurement[]> {
  const [own, shared] = await Promise.all([pollOwnStores(), hasRedis ? pollSharedStores() : []]);
  return [...own, ...shared];
}

async function pollOwnStores(): Promise<Measurement[]> {
  const directory = await mkdtemp(join(tmpdir(), 'connect-district-bench-'));
  const runs = crossed(async (waiting, machines) => {
    const store = await openStore(join(directory, `${waiting}-${machines}`));
    const requests = await poll(waiting, Array<ProxyStore>(machines).fill(store));
    await store.close();
    return measurement(title(waiting, machines, 'each for itself'), requests, 'a minute', 12 * machines);
  });
  return runs.finally(() => rm(directory, { recursive: true }));
}

async function pollSharedStores(): Promise<Measurement[]> {
  const redis = await startRedis();
  const runs = crossed(async (waiting, machines) => {
    const options = { url: redis.url, prefix: `${waiting}-${machines}:` };
    const stores = await Promise.all(Array.from({ length: machines }, () => openRedisStore(options)));
    const requests = await poll(waiting, stores);
    await Promise.all(stores.map((store) => store.close()));
    return measurement(title(waiting, machines, 'one Redis'), requests, 'a minute', 12);
  });
  return runs.finally(() => redis.stop());
}

const title = (waiting: number, machines: number, store: string): string =>
  `requests to Edlink: ${waiting} waiting, ${machines} ${machines === 1 ? 'instance' : 'instances'}, ${store}`;

/** All at the same time: they wait most of it. */
const crossed = (run: (waiting: number, machines: number) => Promise<Measurement>): Promise<Measurement[]> =>
  Promise.all(instances.flatMap((machines) => admins.map((waiting) => run(waiting, machines))));

async function poll(waiting: number, stores: readonly ProxyStore[]): Promise<number> {
  const edlink = createSimulator();
  const proxies = stores.map((store) => createInstance(edlink, store));
  const everybody = await createWaiting(proxies[0] as Proxy, waiting);
  // What was known from the creations is forgotten by then.
  await pause(interval);
  const before = edlink.requests.log.length;
  const end = Date.now() + window;
  await Promise.all(
    everybody.map(async ({ tenant, id }, number) => {
      const proxy = proxies[number % proxies.length] as Proxy;
      await pause(Math.random() * interval);
      while (Date.now() < end) {
        await ask(proxy, tenant, id);
        await pause(interval);
      }
    }),
  );
  return (edlink.requests.log.length - before) * perMinute;
}

async function ask(proxy: Proxy, tenant: string, id: string): Promise<void> {
  const response = await proxy(requestOf(tenant, `onboardings/${id}`));
  const { state } = (await response.json()) as { state?: string };
  if (state !== 'created') throw new Error(`Somebody who waits was told ${response.status}.`);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
