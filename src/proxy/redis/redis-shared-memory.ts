import type { SharedMemory } from '../store.js';
import type { RedisParts } from './redis-database.js';

/** What the processes tell each other: keys that Redis itself lets expire. */
export function createSharedMemory({ send, commit, prefix }: RedisParts): SharedMemory {
  const keyOf = (name: string) => `${prefix}shared/${encodeURIComponent(name)}`;
  const put = (name: string, text: string, lifetime: number, ...condition: string[]) =>
    send(['SET', keyOf(name), text, 'PX', String(lifetime), ...condition]);
  return {
    get: (name) => send(['GET', keyOf(name)]) as Promise<string | null>,
    async put(name, text, lifetime) {
      await put(name, text, lifetime);
    },
    async take(name, text, lifetime) {
      return (await put(name, text, lifetime, 'NX')) !== null;
    },
    async drop(name, text) {
      const seen = [{ command: ['GET', keyOf(name)], reply: text }];
      await commit(seen, [['DEL', keyOf(name)]]);
    },
  };
}
