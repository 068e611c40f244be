import type { ClassicLevel } from 'classic-level';
import type { OnboardingRecord } from '../store.js';
import { at } from './store-keys.js';

export type Level = ClassicLevel<string, unknown>;

/** What one operation changes: written together or not at all, and on the disk before anybody is told. */
export class LevelBatch {
  readonly #level: Level;
  readonly #operations: ({ type: 'put'; key: string; value: unknown } | { type: 'del'; key: string })[] = [];

  constructor(level: Level) {
    this.#level = level;
  }

  put(key: string, value: unknown): this {
    this.#operations.push({ type: 'put', key, value });
    return this;
  }

  delete(key: string): this {
    this.#operations.push({ type: 'del', key });
    return this;
  }

  record(record: OnboardingRecord): this {
    return this.put(at.record(record.id), record);
  }

  /** A key that stands for a record from now on. */
  key(tenant: string, key: string, entry: KeyEntry): this {
    return this.put(at.key(tenant, key), entry).put(at.standsFor(entry.id, key), key);
  }

  write(): Promise<void> {
    return this.#level.batch(this.#operations, { sync: true });
  }
}

/** What `key/…` entries hold. */
export interface KeyEntry {
  id: string;
  fingerprint: string;
}

export const readRecord = async (level: Level, id: unknown): Promise<OnboardingRecord | null> =>
  typeof id === 'string'
    ? (((await level.get(at.record(id))) as OnboardingRecord | undefined) ?? null)
    : null;
