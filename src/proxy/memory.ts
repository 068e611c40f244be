/** Remembers answers for a while; those who ask for the same thing at the same time share one attempt at it. */
export class Memory<T> {
  readonly #entries = new Map<string, { answer: Promise<T>; until: number }>();
  readonly #lifetime: number;
  readonly #failed: number;
  readonly #now: () => number;
  #cleanedAt: number;

  /** `lifetime` of an answer, and of a failure (`failed`), in milliseconds, counted from when it came. */
  constructor(lifetime: number, now: () => number, failed = 0) {
    this.#lifetime = lifetime;
    this.#failed = failed;
    this.#now = now;
    this.#cleanedAt = now();
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known && known.until > this.#now()) return known.answer;
    this.#clean();
    const entry = { answer: ask(), until: Infinity };
    this.#entries.set(key, entry);
    entry.answer.then(
      () => (entry.until = this.#now() + this.#lifetime),
      () => (entry.until = this.#now() + this.#failed),
    );
    return entry.answer;
  }

  #clean(): void {
    const now = this.#now();
    if (now - this.#cleanedAt < this.#lifetime) return;
    this.#cleanedAt = now;
    for (const [key, { until }] of this.#entries) if (until <= now) this.#entries.delete(key);
  }
}
