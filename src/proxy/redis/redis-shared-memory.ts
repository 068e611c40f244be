import type { SharedMemory } from '../store.js';
import type { RedisParts } from './redis-database.js';

/** The time that is left must be that of the very text. */
const look = `return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }`;

/** What the processes tell each other: keys that Redis itself lets expire. */
export function createSharedMemory({ send, commit, prefix }: RedisParts): SharedMemory {
  const keyOf = (name: string) => `${prefix}shared/${encodeURIComponent(name)}`;
  const put = (name: string, text: string, lifetime: number, ...condition: string[]) =>
    send(['SET', keyOf(name), text, 'PX', String(Math.ceil(lifetime)), ...condition]);
  return {
    async get(name) {
      const reply = await send(['EVAL', look, '1', keyOf(name)]);
      const [text, lifetime] = reply as [string | null, number];
      return text === null ? null : { text, lifetime };
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
