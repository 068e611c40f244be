import { after, before, describe, type TestContext } from 'node:test';
import type { ProxyStore } from '../../src/proxy/index.js';
import { openStore } from '../../src/proxy/node/index.js';
import { openRedisStore } from '../../src/proxy/redis/index.js';
import { describeWithRedis, startRedis, type RedisServer } from './redis/redis-server.js';
import { makeDirectory } from './stage.js';
import { adopting } from './store/adopting.js';
import { claiming } from './store/claiming.js';
import { ending } from './store/ending.js';
import { forgetting } from './store/forgetting.js';
import { paging } from './store/paging.js';
import { uuid, type OpenStore } from './store/records.js';

/** What every store does; each test gets an empty one. */
function behavesAsAStore(open: (context: TestContext) => Promise<ProxyStore>): void {
  const openFor: OpenStore = async (context) => {
    const store = await open(context);
    context.after(() => store.close());
    return store;
  };
  for (const stories of [claiming, ending, paging, adopting, forgetting]) stories(openFor);
}

describe('the embedded store', () => {
  behavesAsAStore(async (context) => openStore(await makeDirectory(context)));
});

describeWithRedis('the Redis store', () => {
  let server: RedisServer;
  before(async () => {
    server = await startRedis();
  });
  after(() => server.stop());
  behavesAsAStore(() => openRedisStore({ url: server.url, prefix: `${uuid()}:` }));
});
