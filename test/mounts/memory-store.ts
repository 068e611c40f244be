import type { ProxyStore } from '../../src/proxy/index.js';
import type { Database, Range, Work } from '../../src/proxy/store/database.js';
import { TransactionalStore } from '../../src/proxy/store/transactional-store.js';

// Runs in Workers, Bun and Deno too, so nothing here may need Node.

/** A database that is gone with its process. */
class MemoryDatabase implements Database {
  readonly #texts = new Map<string, string>();
  readonly #indexes = new Map<string, Set<string>>();
  #last: Promise<unknown> = Promise.resolve();

  get(place: string): Promise<unknown> {
    const text = this.#texts.get(place);
    return Promise.resolve(text === undefined ? undefined : JSON.parse(text));
  }

  members({ index, after = '', before, reverse = false, limit }: Range): Promise<string[]> {
    const found = [...this.#indexOf(index)]
      .filter((member) => member > after && (before === undefined || member < before))
      .sort();
    if (reverse) found.reverse();
    return Promise.resolve(found.slice(0, limit));
  }

  change<T>(work: Work<T>): Promise<T> {
    const result = this.#last.then(() => this.#changeNow(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #changeNow<T>(work: Work<T>): Promise<T> {
    const writes: (() => unknown)[] = [];
    const result = await work({
      get: (place) => this.get(place),
      members: (range) => this.members(range),
      put: (place, value) => writes.push(() => this.#texts.set(place, JSON.stringify(value))),
      delete: (place) => writes.push(() => this.#texts.delete(place)),
      add: (index, member) => writes.push(() => this.#indexOf(index).add(member)),
      remove: (index, member) => writes.push(() => this.#indexOf(index).delete(member)),
    });
    for (const write of writes) write();
    return result;
  }

  #indexOf(index: string): Set<string> {
    const members = this.#indexes.get(index) ?? new Set();
    this.#indexes.set(index, members);
    return members;
  }
}

export const memoryStore = (): ProxyStore => new TransactionalStore(new MemoryDatabase());
