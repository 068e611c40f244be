import type { ClassicLevel } from 'classic-level';
import type { Database, Range, Transaction, Work } from '../store/database.js';

export type Level = ClassicLevel<string, unknown>;

type Operation = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };

/**
 * LevelDB, every write synchronous. A queue makes each change one step; the database's own lock keeps other processes
 * out, so within this process that is enough.
 */
export class LevelDatabase implements Database {
  readonly #level: Level;
  #last: Promise<unknown> = Promise.resolve();

  constructor(level: Level) {
    this.#level = level;
  }

  get(place: string): Promise<unknown> {
    return this.#level.get(place);
  }

  /** An index is the keys that begin with its name. `0` is the character after `/`. */
  async members({ index, after = '', before, reverse = false, limit = -1 }: Range): Promise<string[]> {
    const lt = before === undefined ? `${index}0` : `${index}/${before}`;
    const keys = await this.#level.keys({ gt: `${index}/${after}`, lt, reverse, limit }).all();
    return keys.map((key) => key.slice(index.length + 1));
  }

  change<T>(work: Work<T>): Promise<T> {
    return this.#oneByOne(async () => {
      const operations: Operation[] = [];
      const result = await work(this.#transaction(operations));
      if (operations.length > 0) await this.#level.batch(operations, { sync: true });
      return result;
    });
  }

  close(): Promise<void> {
    return this.#oneByOne(() => this.#level.close());
  }

  #transaction(operations: Operation[]): Transaction {
    const put = (key: string, value: unknown) => void operations.push({ type: 'put', key, value });
    const remove = (key: string) => void operations.push({ type: 'del', key });
    return {
      get: (place) => this.get(place),
      members: (range) => this.members(range),
      put,
      delete: remove,
      add: (index, member) => put(`${index}/${member}`, true),
      remove: (index, member) => remove(`${index}/${member}`),
    };
  }

  #oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
