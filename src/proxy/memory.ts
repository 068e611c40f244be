/** Remembers answers for a while; those who ask for the same thing at the same time share one attempt at it. */
export class Memory<T> {
  readonly #entries = new Map<string, { answer: Promise<T>; until: number }>();
  readonly #lifetime: number;
  readonly #now: () => number;
  #cleanedAt: number;

  /** `lifetime` in milliseconds, counted from the answer. A failure is forgotten at once. */
  constructor(lifetime: number, now: () => number) {
    this.#lifetime = lifetime;
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
      () => this.#entries.delete(key),
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
