import { EmbeddedStore } from '../../src/proxy/node/embedded-store.js';
import type { Level } from '../../src/proxy/node/level-batch.js';
import type { ProxyStore } from '../../src/proxy/index.js';

// Runs in Workers, Bun and Deno too, so nothing here may need Node.

type Operation = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };

interface Range {
  gt: string;
  lt: string;
  reverse?: boolean;
  limit?: number;
}

/** What the embedded store needs of LevelDB, in memory and gone with the process. */
class MemoryLevel {
  readonly #texts = new Map<string, string>();

  get(key: string): Promise<unknown> {
    const text = this.#texts.get(key);
    return Promise.resolve(text === undefined ? undefined : JSON.parse(text));
  }

  batch(operations: readonly Operation[]): Promise<void> {
    for (const operation of operations) {
      if (operation.type === 'put') this.#texts.set(operation.key, JSON.stringify(operation.value));
      else this.#texts.delete(operation.key);
    }
    return Promise.resolve();
  }

  iterator(range: Range): Iterable<[string, unknown]> & { all: () => Promise<[string, unknown][]> } {
    const entries = this.#entries(range);
    return { all: () => Promise.resolve(entries), [Symbol.iterator]: () => entries.values() };
  }

  close(): Promise<void> {
    this.#texts.clear();
    return Promise.resolve();
  }

  #entries({ gt, lt, reverse, limit }: Range): [string, unknown][] {
    const keys = [...this.#texts.keys()].filter((key) => key > gt && key < lt).sort();
    if (reverse) keys.reverse();
    return keys.slice(0, limit).map((key) => [key, JSON.parse(this.#texts.get(key)!)]);
  }
}

/** The embedded store without its disk. */
export const memoryStore = (): ProxyStore => new EmbeddedStore(new MemoryLevel() as unknown as Level);
