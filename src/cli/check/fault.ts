import type { Answer } from './answer.js';
import { failureInWords, isOutOfOrder } from './trouble.js';

/** The proxy breaks a rule; the message says what is wrong and what to change. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly answer: Answer;

  constructor(answer: Answer, message: string) {
    super(message);
    this.answer = answer;
  }
}

/** Here and now nobody can tell whether the rule holds; the message says why. */
export class Inapplicable extends Error {
  override readonly name = 'Inapplicable';
}

/** There was no answer to judge: nothing listens, the time is up, or the body has no end. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** Method and path. */
  readonly request: string;

  constructor(request: string, message: string) {
    super(message);
    this.request = request;
  }
}

/** @throws Fault; of a proxy that is out of order it says that, because the rule's own advice would mislead. */
export function demand(condition: unknown, answer: Answer, message: string): asserts condition {
  if (!condition) throw new Fault(answer, isOutOfOrder(answer) ? failureInWords(answer) : message);
}
