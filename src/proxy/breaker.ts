import { ProxyFailure } from './failure.js';

/**
 * Lets a few through at a time, and after a failure nobody until a pause is over: they share the failure. Who has waited
 * for as long as a pause is sent away: the browser may have gone by then, and has asked again.
 */
export class Breaker {
  readonly #width: number;
  readonly #pause: number;
  readonly #now: () => number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #failure: { error: unknown; until: number } | undefined;

  /** `pause` in milliseconds. */
  constructor({ width, pause, now }: { width: number; pause: number; now: () => number }) {
    this.#width = width;
    this.#pause = pause;
    this.#now = now;
  }

  async run<T>(work: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T> {
    const giveUpAt = this.#now() + this.#pause;
    while (this.#running >= this.#width) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
    try {
      if (this.#now() > giveUpAt) throw new ProxyFailure('rate_limited', { retryAfter: this.#pause / 1000 });
      if (this.#failure && this.#failure.until > this.#now()) throw this.#failure.error;
      return await work();
    } catch (error) {
      if (isFailure(error)) this.#open(error);
      throw error;
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  #open(error: unknown): void {
    if (this.#failure?.error === error) return;
    this.#failure = { error, until: this.#now() + this.#pause };
  }
}
