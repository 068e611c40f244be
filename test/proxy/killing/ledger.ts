import assert from 'node:assert/strict';
import type { Simulator } from '../../../src/simulator/index.js';
import { call, newKey } from '../calling.js';

export interface Wish {
  key: string;
  /** The session, and so the tenant: each has one wish. */
  as: string;
}

/** What was asked for, and what was answered: the two must agree whatever is killed in between. */
export class Ledger {
  readonly wishes: Wish[] = [];
  readonly #answers = new Map<string, string>();

  add(count: number): Wish[] {
    const added = Array.from({ length: count }, (_, index) => ({
      key: newKey(),
      as: `tenant${this.wishes.length + index}`,
    }));
    this.wishes.push(...added);
    return added;
  }

  isAnswered({ key }: Wish): boolean {
    return this.#answers.has(key);
  }

  get unanswered(): Wish[] {
    return this.wishes.filter((wish) => !this.isAnswered(wish));
  }

  /** Nothing, if the process was killed or says that it is to be tried later. */
  async ask(url: string, { key, as }: Wish): Promise<string | undefined> {
    const answer = await call(url, 'POST', '/edlink/onboardings', { key, as, body: {} }).catch(
      () => undefined,
    );
    if (!answer || answer.status >= 500) return undefined;
    assert.ok(answer.status < 300, answer.text);
    const { id } = answer.onboarding;
    assert.equal(id, this.#answers.get(key) ?? id, 'a key that was answered stands for another one now');
    this.#answers.set(key, id);
    return id;
  }

  /** Undisturbed, everything is answered, with what it was answered before, and nothing is there twice. */
  async settle(url: string, simulator: Simulator): Promise<void> {
    for (const wish of this.wishes) {
      while ((await this.ask(url, wish)) === undefined)
        await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const ids = this.wishes.map(({ key }) => this.#answers.get(key));
    assert.deepEqual(ids.sort(), simulator.onboardings.map(({ id }) => id).sort());
  }
}
