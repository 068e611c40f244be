import { ProxyFailure } from '../failure.js';

/** What is used of a client of the package `redis`: what `createClient` or `createClientPool` gives, connected. */
export interface RedisClient {
  sendCommand(command: string[], options?: { abortSignal?: AbortSignal }): Promise<unknown>;
}

export type Send = (command: string[]) => Promise<unknown>;

/** Milliseconds for one command: a browser waits for it. */
const patience = 2_000;

/**
 * Sends commands that fail when their time is over. The client itself would keep them until Redis is back, and would wait
 * without end for the answer of one that has stopped.
 * @throws ProxyFailure `host_not_ready`, to be tried again, with the client's error as its cause.
 */
export function createSend(client: RedisClient): Send {
  return async (command) => {
    const abortSignal = AbortSignal.timeout(patience);
    const tooLate = new Promise<never>((_, reject) => {
      abortSignal.addEventListener('abort', () => reject(abortSignal.reason as Error), { once: true });
    });
    try {
      return await Promise.race([client.sendCommand(command, { abortSignal }), tooLate]);
    } catch (cause) {
      throw Object.assign(new ProxyFailure('host_not_ready', { retryAfter: 2 }), { cause });
    }
  };
}
