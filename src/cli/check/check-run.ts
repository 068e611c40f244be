import { saysNotFound, isSuccess, idIn, idsListed, type Answer, type Question } from './answer.js';
import { ask } from './asking.js';
import { credentialsOf, secretsOf, type Caller } from './caller.js';
import type { CheckOptions } from './check.js';
import type { Level, Need } from './rule.js';
import type { LinkPage } from './rules/read-links.js';

/** An onboarding that exists because of this run, and who can delete it. */
interface Made {
  readonly id: string;
  readonly as: Caller;
}

export interface Current {
  readonly id: string;
  /** The idempotency keys that stand for it. */
  readonly keys: readonly string[];
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

/** What the rules of one run share: how to ask, and what has come of it so far. */
export class CheckRun {
  readonly level: Level;
  /** Of the proxy's URL: the usual one of the host's pages. */
  readonly origin: string;
  readonly writes: boolean;
  readonly first: Caller;
  readonly other: Caller | undefined;
  readonly completed: string | undefined;
  /** The body of a POST that the host takes. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What must not be printed. */
  readonly secrets: readonly string[];
  /** What no answer may repeat. */
  readonly credentials: readonly string[];
  readonly answers: Answer[] = [];
  /** Answers that a rule has complained of. */
  readonly blamed = new Set<Answer>();
  /** What rules have complained of, in words: once is enough. */
  readonly said = new Set<string>();
  /** Rules that failed, and those that could not be asked for it. */
  readonly unsettled = new Set<string>();
  /** The onboarding that this run made and that is alive, and the key it was made with. */
  current: Current | undefined;
  /** The first page of links, where the first caller may read them. */
  links: LinkPage | undefined;
  /** The one that the run deleted. */
  ended: Current | undefined;
  readonly #options: CheckOptions;
  readonly #made = new Map<string, Made>();
  /** Answered to a POST with 200: new, or there before. */
  readonly #doubtful = new Map<string, Made>();
  #isAllNew = false;
  /** Ids that others made. */
  readonly #foreign = new Set<string>();

  constructor(options: CheckOptions) {
    this.#options = options;
    this.level = options.level;
    this.origin = options.url.origin;
    this.writes = options.write;
    this.first = options.caller;
    this.other = options.other;
    this.completed = options.completed;
    this.body = options.body;
    const callers = [options.caller, ...(options.other ? [options.other] : [])];
    this.secrets = callers.flatMap(secretsOf);
    this.credentials = callers.flatMap(credentialsOf);
  }

  get isStopped(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  has(need: Need): boolean {
    return (
      { write: this.writes || undefined, other: this.other, completed: this.completed }[need] !== undefined
    );
  }

  /** Asks as the element would, and as the first caller, but for what is given. @throws NoAnswer. */
  async ask(path: string, given: Partial<Question> = {}): Promise<Answer> {
    const question: Question = {
      method: 'GET',
      path,
      as: this.first,
      headers: {},
      isApart: false,
      ...given,
    };
    const answer = await ask(this.#options, question);
    this.answers.push(answer);
    this.#learn(answer);
    return answer;
  }

  /** Whether this run made it: nothing else is ever deleted. */
  isOurs(id: string | undefined): boolean {
    return id !== undefined && this.#made.has(id);
  }

  /** The proxy knows of no live ones, so that whatever it answered to a POST with is new. */
  believeAllNew(): void {
    this.#isAllNew = true;
    for (const made of this.#doubtful.values()) this.#made.set(made.id, made);
  }

  forget(id: string): void {
    this.#made.delete(id);
    if (this.current?.id === id) this.current = undefined;
  }

  /** What has been made and not deleted. */
  get leftBehind(): string[] {
    return [...this.#made.keys()];
  }

  async cleanUp(): Promise<void> {
    for (const made of [...this.#made.values()].reverse()) {
      if (await this.#delete(made)) this.forget(made.id);
    }
  }

  async #delete({ id, as }: Made): Promise<boolean> {
    const answer = await this.ask(`onboardings/${id}`, { method: 'DELETE', as }).catch(() => undefined);
    return answer !== undefined && (isSuccess(answer) || saysNotFound(answer));
  }

  /** A 201 says that it is new; an id that was listed before is somebody's all the same. */
  #learn(answer: Answer): void {
    for (const id of idsListed(answer)) if (!this.#made.has(id)) this.#foreign.add(id);
    const { method, as } = answer.question;
    const id = idIn(answer);
    const isMaking = ['POST', 'PUT', 'PATCH'].includes(method);
    if (!isMaking || !isSuccess(answer) || !id || this.#foreign.has(id)) return;
    const isNew = answer.status === 201 || this.#isAllNew;
    (isNew ? this.#made : this.#doubtful).set(id, { id, as });
  }
}
