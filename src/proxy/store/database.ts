/** Some of an index, in the order of its members. `after` and `before` are not part of it. */
export interface Range {
  index: string;
  after?: string;
  before?: string;
  /** From the last to the first. */
  reverse?: boolean;
  limit?: number;
}

export interface Reading {
  /** A JSON value, `undefined` where there is none. */
  get(place: string): Promise<unknown>;
  members(range: Range): Promise<string[]>;
}

/** Reads what is there, gathers what is to be written. What it reads is from before its own writes. */
export interface Transaction extends Reading {
  put(place: string, value: unknown): void;
  delete(place: string): void;
  /** An index is a set of texts in the order of their characters. */
  add(index: string, member: string): void;
  remove(index: string, member: string): void;
}

export type Work<T> = (transaction: Transaction) => T | Promise<T>;

/**
 * What a store of ours is built on: JSON values at places, sorted indexes, and changes that happen as a whole or not at
 * all. Places, indexes and members are visible ASCII.
 */
export interface Database extends Reading {
  /**
   * Reading and writing become one step that nobody else's change comes between, durable when the promise resolves. It
   * may run the work several times until that is so.
   */
  change<T>(work: Work<T>): Promise<T>;
  close(): Promise<void>;
}
