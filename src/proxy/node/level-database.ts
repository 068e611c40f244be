import type { ClassicLevel } from 'classic-level';
import type { Database, Range, Transaction, Work } from '../store/database.js';

export type Level = ClassicLevel<string, unknown>;

type Operation = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };

/** Values, of some hundred bytes each. */
const mostRecent = 10_000;

/**
 * LevelDB, every write synchronous. A queue makes each change one step; the database's own lock keeps other processes
 * out, so within this process that is enough.
 */
export class LevelDatabase implements Database {
  readonly #level: Level;
  readonly #recent = new Map<string, unknown>();
  #last: Promise<unknown> = Promise.resolve();
  #writes = 0;

  constructor(level: Level) {
    this.#level = level;
  }

  /** Nobody else writes, so what was read lately is still so: who waits asks for the same again and again. */
  async get(place: string): Promise<unknown> {
    const known = this.#recent.get(place);
    if (known !== undefined) return known;
    const writes = this.#writes;
    const value = await this.#level.get(place);
    if (value !== undefined && writes === this.#writes) this.#remember(place, value);
    return value;
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
      if (operations.length > 0) await this.#write(operations);
      return result;
    });
  }

  async #write(operations: Operation[]): Promise<void> {
    try {
      await this.#level.batch(operations, { sync: true });
    } finally {
      // What was read meanwhile, or is being read, may be from before. A write that fails may have happened.
      for (const { key } of operations) this.#recent.delete(key);
      this.#writes++;
    }
  }

  #remember(place: string, value: unknown): void {
    if (this.#recent.size >= mostRecent) this.#recent.clear();
    this.#recent.set(place, value);
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
