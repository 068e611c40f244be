import assert from 'node:assert/strict';
import type { Onboarding } from '../../src/contract/onboarding.js';
import type { ProblemCode } from '../../src/contract/problem.js';
import { initialState, transition } from '../../src/onboarding/flow.js';
import { withJitter } from '../../src/onboarding/schedule.js';
import type { Effect, Failure, FlowEvent, FlowState, Hint } from '../../src/onboarding/state.js';
import { key, onboarding, ourId } from '../contract/samples.js';

type WithoutTime<Event> = Event extends FlowEvent ? Omit<Event, 'at'> : never;
export type Happening = WithoutTime<FlowEvent>;

type Request = 'create' | 'read' | 'delete';

const answers: Partial<Record<FlowEvent['type'], Request>> = {
  created: 'create',
  'not-created': 'create',
  answered: 'read',
  'not-answered': 'read',
  deleted: 'delete',
  'not-deleted': 'delete',
};

/** Plays a flow: gives it events at times, and does with its effects what the controller would, in a model. */
export class Run {
  state: FlowState = initialState;
  at = 1000;
  /** Of the last event, and of what its effects reported at once. */
  effects: Effect[] = [];
  memory: Hint | undefined;
  tab: 'none' | 'blank' | 'sent' = 'none';
  opensTabs = true;
  /** From 0 to 1, for the jitter. */
  random = 0.5;
  timerAt: number | undefined;
  readonly pending = new Set<Request>();
  readonly announced: Extract<Effect, { type: 'announce' }>[] = [];
  readonly reads: { id: string; at: number; fresh: boolean }[] = [];
  readonly creates: { at: number; key: string; remembered: string | undefined }[] = [];
  readonly deletes: string[] = [];

  send(event: Happening): this {
    this.effects = [];
    this.#take(event);
    return this;
  }

  #take(event: Happening): void {
    const answered = answers[event.type];
    if (answered) this.pending.delete(answered);
    const { state, effects } = transition(this.state, { ...event, at: this.at });
    this.state = state;
    const reports: Happening[] = [];
    for (const effect of effects) {
      this.effects.push(effect);
      const opened = this.#run(effect);
      if (opened !== undefined) reports.push({ type: 'tab', opened });
    }
    for (const report of reports) this.#take(report);
  }

  #run(effect: Effect): boolean | undefined {
    switch (effect.type) {
      case 'open-tab':
        this.tab = this.opensTabs ? 'blank' : 'none';
        return this.opensTabs;
      case 'steer-tab': {
        const isThere = this.tab === 'blank';
        if (isThere) this.tab = 'sent';
        return isThere;
      }
      case 'open-page':
        if (this.opensTabs) this.tab = 'sent';
        return this.opensTabs;
      case 'close-tab':
        if (this.tab === 'blank') this.tab = 'none';
        break;
      case 'create':
        this.#ask('create');
        this.creates.push({ at: this.at, key: effect.key, remembered: this.memory?.key });
        break;
      case 'read':
        this.#ask('read');
        this.timerAt = undefined;
        this.reads.push({ id: effect.id, at: this.at, fresh: effect.fresh });
        break;
      case 'delete':
        this.#ask('delete');
        this.deletes.push(effect.id);
        break;
      case 'wait':
        this.timerAt = this.at + withJitter(effect.delay, this.random);
        break;
      case 'rest':
        this.timerAt = undefined;
        this.pending.clear();
        break;
      case 'remember':
        this.memory = effect.hint;
        break;
      case 'forget':
        this.memory = undefined;
        break;
      case 'announce':
        this.announced.push(effect);
    }
    return undefined;
  }

  #ask(request: Request): void {
    assert(!this.pending.has(request), `a second ${request} while one is under way`);
    this.pending.add(request);
  }

  /** Lets time pass; what is waited for happens when it is due. */
  pass(milliseconds: number): this {
    const end = this.at + milliseconds;
    while (this.timerAt !== undefined && this.timerAt <= end) this.fireTimer();
    this.at = end;
    return this;
  }

  fireTimer(): this {
    this.at = Math.max(this.at, this.timerAt ?? this.at);
    this.timerAt = undefined;
    return this.send({ type: 'timer' });
  }

  /** Waits for the next question; how long it took. */
  nextRead(): number {
    const begin = this.at;
    while (!this.pending.has('read')) {
      assert(this.timerAt !== undefined, `nobody will ask any more (${this.state.name})`);
      this.fireTimer();
    }
    return this.at - begin;
  }

  click(clickKey = key): this {
    return this.send({ type: 'connect', key: clickKey, request: {} });
  }

  created(changes: Partial<Onboarding> = {}): this {
    return this.send({ type: 'created', onboarding: onboarding(changes) });
  }

  notCreated(code: ProblemCode, more: Partial<Failure> = {}): this {
    return this.send({ type: 'not-created', failure: { code, message: code, ...more } });
  }

  given(id = ourId): this {
    return this.send({ type: 'given', id });
  }

  remembered(hint: Hint = { key, id: ourId }, age = 1000): this {
    this.memory = hint;
    return this.send({ type: 'remembered', hint, age, request: {} });
  }

  answer(changes: Partial<Onboarding> = {}, date?: string): this {
    assert(this.pending.has('read'), 'nobody has asked');
    return this.send({
      type: 'answered',
      onboarding: onboarding(changes),
      date: date === undefined ? undefined : Date.parse(date),
    });
  }

  fail(code: ProblemCode, more: Partial<Failure> = {}): this {
    assert(this.pending.has('read'), 'nobody has asked');
    return this.send({ type: 'not-answered', failure: { code, message: code, ...more } });
  }

  signal(returned = false): this {
    return this.send({ type: 'signal', returned });
  }

  /** The names of all that was announced. */
  get told(): string[] {
    return this.announced.map(({ name }) => name);
  }

  /** Nothing will happen by itself. */
  get isAtRest(): boolean {
    return this.timerAt === undefined && this.pending.size === 0;
  }
}

/** One that was clicked, made, opened, and asked about once. */
export function waiting(): Run {
  const run = new Run().click().created();
  run.nextRead();
  return run.answer();
}
