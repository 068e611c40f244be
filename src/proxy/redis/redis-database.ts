import type { Database, Range, Reading, Transaction, Work } from '../store/database.js';
import type { Commit, Seen } from './commit-script.js';
import type { Send } from './redis-connection.js';

export interface RedisParts {
  send: Send;
  commit: Commit;
  /** Of every key. */
  prefix: string;
  close: () => Promise<void>;
}

/**
 * Values are strings of JSON, indexes are sorted sets. A change reads, and then writes under the condition that what it
 * has read is still so. Of two that are in each other's way, one is through and the other begins anew: nothing is locked.
 */
export class RedisDatabase implements Database {
  readonly #parts: RedisParts;

  constructor(parts: RedisParts) {
    this.#parts = parts;
  }

  get(place: string): Promise<unknown> {
    return this.#reading([]).get(place);
  }

  members(range: Range): Promise<string[]> {
    return this.#reading([]).members(range);
  }

  async change<T>(work: Work<T>): Promise<T> {
    for (;;) {
      const seen: Seen[] = [];
      const writes: string[][] = [];
      const result = await work(this.#transaction(seen, writes));
      if (await this.#parts.commit(seen, writes)) return result;
    }
  }

  close(): Promise<void> {
    return this.#parts.close();
  }

  #transaction(seen: Seen[], writes: string[][]): Transaction {
    const { prefix } = this.#parts;
    return {
      ...this.#reading(seen),
      put: (place, value) => void writes.push(['SET', prefix + place, JSON.stringify(value)]),
      delete: (place) => void writes.push(['DEL', prefix + place]),
      add: (index, member) => void writes.push(['ZADD', prefix + index, '0', member]),
      remove: (index, member) => void writes.push(['ZREM', prefix + index, member]),
    };
  }

  #reading(seen: Seen[]): Reading {
    const { send, prefix } = this.#parts;
    return {
      async get(place) {
        const command = ['GET', prefix + place];
        const text = (await send(command)) as string | null;
        seen.push({ command, reply: text ?? false });
        return text === null ? undefined : (JSON.parse(text) as unknown);
      },
      async members(range) {
        const command = ['ZRANGE', prefix + range.index, ...bounds(range)];
        const reply = (await send(command)) as string[];
        seen.push({ command, reply });
        return reply;
      },
    };
  }
}

function bounds({ after, before, reverse = false, limit = -1 }: Range): string[] {
  const first = after === undefined ? '-' : `(${after}`;
  const last = before === undefined ? '+' : `(${before}`;
  const ends = reverse ? [last, first, 'BYLEX', 'REV'] : [first, last, 'BYLEX'];
  return [...ends, 'LIMIT', '0', String(limit)];
}
