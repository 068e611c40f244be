import type { createClient } from 'redis';
import type { RedisClient } from './redis-connection.js';

export interface Connected {
  client: RedisClient;
  close: () => Promise<void>;
}

/** Milliseconds. A connection on which not even a ping is answered is given up: nobody else says that it is dead. */
const pingInterval = 3_000;
const socketTimeout = 10_000;

/** A client of ours, which connects again by itself whenever the connection breaks. */
export async function connect(url: string): Promise<Connected> {
  const address = readAddress(url);
  const create = await loadRedis();
  let wasConnected = false;
  // Somebody waits for the first connection, and would rather hear that there is none.
  const reconnectStrategy = (retries: number) => wasConnected && Math.min(50 * 2 ** retries, 1_000);
  try {
    const client = create({ url, pingInterval, socket: { reconnectStrategy, socketTimeout } });
    // Without a listener an error ends the process. Whoever sends a command hears of it.
    client.on('error', () => undefined);
    await client.connect();
    wasConnected = true;
    // While it connects again there is nothing to wait for.
    return { client, close: async () => (client.isReady ? client.close() : client.destroy()) };
  } catch (cause) {
    throw new Error(
      `The Redis at ${address} cannot be opened: does it run, and does it accept the user and password of the url?`,
      { cause },
    );
  }
}

function readAddress(url: string): string {
  // An error of the parser would show the whole text, and the password in it.
  const { protocol, host } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '' };
  if (['redis:', 'rediss:'].includes(protocol) && host) return host;
  throw new TypeError(
    'openRedisStore: url must be like redis://user:password@host:6379, or rediss: with TLS',
  );
}

async function loadRedis(): Promise<typeof createClient> {
  try {
    return (await import('redis')).createClient;
  } catch (cause) {
    throw new Error('The Redis store needs the package redis. Run `npm install redis`.', { cause });
  }
}
