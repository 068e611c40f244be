import { ProxyFailure } from '../failure.js';
import type { ProxyStore } from '../store.js';
import { TransactionalStore } from '../store/transactional-store.js';
import { loadCommit } from './commit-script.js';
import { connect, type Connected } from './connect.js';
import { createSend, type RedisClient } from './redis-connection.js';
import { RedisDatabase, type RedisParts } from './redis-database.js';
import { createSharedMemory } from './redis-shared-memory.js';
import { checkPromises } from './server-promises.js';

export type RedisStoreOptions = {
  /** Of every key, for a Redis that others use too. Default `connect-district:`. */
  prefix?: string;
} & (
  | {
      /** `redis://user:password@host:6379/0`, `rediss:` with TLS. */
      url: string;
    }
  | {
      /** A connected one of your own; you close it, after the proxy. */
      client: RedisClient;
    }
);

/**
 * Opens the store that several processes share: Redis 6.2 or Valkey, one primary (no Cluster), with its append-only
 * file turned on.
 * @throws Error that says what to change. Never with the password in it.
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<ProxyStore> {
  const { prefix = 'connect-district:' } = options;
  const { client, close } = await clientOf(options);
  try {
    const send = createSend(client);
    const commit = await loadCommit(send);
    await checkPromises(send);
    const parts: RedisParts = { send, commit, prefix, close };
    return new TransactionalStore(new RedisDatabase(parts), createSharedMemory(parts));
  } catch (error) {
    await close();
    throw explain(error);
  }
}

async function clientOf(options: RedisStoreOptions): Promise<Connected> {
  if ('url' in options) return connect(options.url);
  if ('client' in options) return { client: options.client, close: () => Promise.resolve() };
  throw new TypeError('openRedisStore: give it { url }, or a connected client as { client }');
}

const explain = (error: unknown): unknown =>
  error instanceof ProxyFailure
    ? new Error('This Redis takes no commands: is the client connected, and may it run scripts?', {
        cause: error.cause,
      })
    : error;
