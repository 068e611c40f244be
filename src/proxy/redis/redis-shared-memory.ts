import type { SharedMemory } from '../store.js';
import type { RedisParts } from './redis-database.js';

/** What the processes tell each other: keys that Redis itself lets expire. */
export function createSharedMemory({ send, commit, prefix }: RedisParts): SharedMemory {
  const keyOf = (name: string) => `${prefix}shared/${encodeURIComponent(name)}`;
  const put = (name: string, text: string, lifetime: number, ...condition: string[]) =>
    send(['SET', keyOf(name), text, 'PX', String(Math.ceil(lifetime)), ...condition]);
  return {
    async get(name) {
      // In this order, a text that comes between the two is shown for less time than it has, and not for more.
      const [lifetime, text] = await Promise.all([send(['PTTL', keyOf(name)]), send(['GET', keyOf(name)])]);
      return typeof text === 'string' && Number(lifetime) > 0 ? { text, lifetime: Number(lifetime) } : null;
    },
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
