import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { FlowState } from '../../src/onboarding/state.js';
import { completed, key, onboarding, ourId } from '../contract/samples.js';
import { eventOf, moves, type Move, type Reply } from './moves.js';
import { Run, type Happening } from './run.js';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
const numRuns = 3000;

const beginnings = {
  nothing: () => new Run(),
  'a remembered id': () => new Run().remembered(),
  'a remembered key': () => new Run().remembered({ key }),
  'a given id': () => new Run().given(),
};

/** One run with all that must always hold, checked after every move. */
class Watched {
  isSuspended = false;
  /** Each creation makes an onboarding of its own. */
  #made = 0;
  readonly #ends = new Map<string, number>();
  /** Until when nobody may ask or post, as a server said. */
  #notBefore = -Infinity;

  constructor(readonly run: Run) {}

  play(move: Move): void {
    const { run } = this;
    if (move.move === 'tabs') run.opensTabs = move.open;
    else if (move.move === 'pass') this.#pass(move.time);
    else if (move.move === 'event') this.send(move.event);
    else if (move.move === 'hear') this.#hear(move.reply);
    else {
      const event = eventOf(run, move.reply, onboarding({ id: this.#id() }));
      if (event) this.send(event);
      // a refused deletion is read again at once, whatever it says
      if (event && 'failure' in event && event.type !== 'not-deleted')
        this.#notBefore = Math.max(this.#notBefore, run.at + (event.failure.retryAfter ?? 0));
    }
  }

  /** Only who follows an onboarding hears of it. */
  #hear({ changes, date }: Reply): void {
    const { state } = this.run;
    if (!('asking' in state)) return;
    this.send({ type: 'heard', onboarding: { ...onboarding({ id: state.id }), ...changes }, date });
  }

  #id(): string {
    if (this.run.pending.has('create')) this.#made++;
    const made = String(this.#made).padStart(12, '0');
    const { state } = this.run;
    return 'id' in state ? state.id : ourId.slice(0, -12) + made;
  }

  #pass(time: number): void {
    const end = this.run.at + time;
    while (this.run.timerAt !== undefined && this.run.timerAt <= end) {
      this.run.at = this.run.timerAt;
      this.run.timerAt = undefined;
      this.send({ type: 'timer' });
    }
    this.run.at = end;
  }

  send(event: Happening): void {
    const { run } = this;
    // an element that is not on the page hears of nothing
    if (this.isSuspended && event.type !== 'resume') return;
    if (event.type === 'put-off' && 'asking' in run.state && run.state.asking) {
      // a question that is under way is refused its turn, or has it
      if (run.state.fresh) return;
      run.pending.delete('read');
    }
    this.isSuspended = event.type === 'suspend';
    if (event.type === 'reset' || run.state.name === 'failed') this.#notBefore = -Infinity;
    const before = run.state;
    const asked = run.reads.length + run.creates.length;
    run.send(event);
    // another onboarding, another story
    if (run.state.name === 'creating' && before.name !== 'creating') this.#notBefore = -Infinity;
    if (run.reads.length + run.creates.length > asked && event.type !== 'created')
      assert(run.at >= this.#notBefore, 'asked before Retry-After was over');
    this.#check(event);
  }

  #check(event: Happening): void {
    const { run } = this;
    const { state } = run;
    for (const effect of run.effects)
      if (effect.type === 'announce' && effect.name === 'integration-connected') {
        assert('onboarding' in event && event.onboarding.state === 'completed', 'told without an answer');
        const { onboarding_id, integration_id } = effect.detail;
        assert.equal(integration_id, event.onboarding.integration_id);
        assert(integration_id);
        assert.equal(onboarding_id, event.onboarding.id);
        this.#ends.set(onboarding_id, (this.#ends.get(onboarding_id) ?? 0) + 1);
        assert.equal(this.#ends.get(onboarding_id), 1, 'told twice');
        assert.equal(state.name, 'connected');
      }
    const post = run.creates.at(-1);
    if (post) assert.equal(post.key, post.remembered, 'posted with a key that is not stored');
    const [last, before] = [run.reads.at(-1), run.reads.at(-2)];
    if (last && last.id === before?.id)
      assert(last.at - before.at >= 500, 'asked twice within half a second');
    if (isOver(state)) {
      assert(run.isAtRest, `${state.name}, and still something goes on`);
      assert.notEqual(run.tab, 'blank');
    }
    if (state.name === 'connected' || state.name === 'cancelled') assert.equal(run.memory, undefined);
    if (!isOver(state) && run.isAtRest && !this.isSuspended) assert(mayRest(state), `${state.name} sleeps`);
  }
}

const isOver = (state: FlowState): boolean => state.name !== 'creating' && !('asking' in state);

/** Waits for a person: they have to sign in, or to decide. */
function mayRest(state: FlowState): boolean {
  if (['expired', 'incomplete', 'failed'].includes(state.name)) return true;
  const code = 'failure' in state ? state.failure?.code : undefined;
  return code === 'unauthorized' || code === 'forbidden';
}

/** From now on the server is well, it is completed, and somebody looks. */
function goWell({ run }: Watched): void {
  for (let turn = 0; turn < 20 && 'asking' in run.state; turn++) {
    if (run.pending.has('delete'))
      run.send({ type: 'not-deleted', failure: { code: 'conflict', message: 'completed' } });
    run.pass(700_000);
    if (!run.pending.has('read')) run.send({ type: 'resume' });
    if (run.pending.has('read')) run.answer({ ...completed, id: run.state.id });
  }
  if (run.state.name === 'creating') {
    run.pass(700_000).send({ type: 'resume' });
    run.send({ type: 'created', onboarding: completed });
  }
  assert(isOver(run.state), `${run.state.name} does not hear of the completion`);
}

describe('whatever happens in whatever order', () => {
  for (const [beginning, begin] of Object.entries(beginnings))
    it(`holds (from ${beginning})`, (context: TestContext) => {
      context.diagnostic(`${numRuns} runs, SEED=${seed}`);
      const ends: Record<string, number> = {};
      fc.assert(
        fc.property(moves, fc.constantFrom(0, 0.5, 1), (played, random) => {
          const watched = new Watched(begin());
          watched.run.random = random;
          for (const move of played) watched.play(move);
          ends[watched.run.state.name] = (ends[watched.run.state.name] ?? 0) + 1;
          goWell(watched);
        }),
        { seed, numRuns, includeErrorInReport: true },
      );
      // the moves go everywhere, or they would prove little
      for (const name of ['creating', 'waiting', 'started', 'connected', 'cancelled', 'failed'])
        assert(ends[name], `no run ended as ${name}`);
    });
});
