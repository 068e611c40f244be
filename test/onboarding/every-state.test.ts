import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canStart, transition } from '../../src/onboarding/flow.js';
import type { FlowState } from '../../src/onboarding/state.js';
import { completed, integrationId, key, onboarding, otherId, ourId } from '../contract/samples.js';
import { Run, waiting, type Happening } from './run.js';

const past = '2026-09-05T08:00:00.000Z';

const asked = (run: Run, ...states: string[]): Run => {
  for (const state of states) {
    run.nextRead();
    run.answer({ state }, past);
  }
  return run;
};
const unopened = (): Run => {
  const run = new Run();
  run.opensTabs = false;
  return run.click().created();
};
const stuck = (): Run => {
  const run = waiting();
  run.nextRead();
  return run.fail('invalid_request');
};

const states: Record<string, () => Run> = {
  idle: () => new Run(),
  'looking up': () => new Run().remembered(),
  'looking up, signed out': () => new Run().given().fail('unauthorized'),
  creating: () => new Run().click(),
  'creating again': () => new Run().click().notCreated('network'),
  'creating, signed out': () => new Run().click().notCreated('unauthorized'),
  'creating, told to wait': () => new Run().click().notCreated('rate_limited', { retryAfter: 600_000 }),
  opening: () => new Run().click().created(),
  blocked: () => unopened(),
  waiting: () => waiting(),
  'waiting, on the ladder': () => waiting().pass(5000).signal(true),
  'waiting, signed out': () => waiting().pass(5000).signal().fail('unauthorized'),
  'waiting, once missing': () => waiting().pass(5000).signal().fail('not_found'),
  'waiting, once expired': () => asked(waiting(), 'created'),
  cancelling: () => waiting().send({ type: 'cancel' }),
  started: () => asked(waiting(), 'started'),
  expired: () => asked(waiting(), 'created', 'created'),
  incomplete: () => asked(waiting(), 'completed', 'completed', 'completed'),
  connected: () => new Run().click().created(completed),
  'connected before': () => new Run().send({ type: 'integrated', integrationId }),
  cancelled: () => waiting().send({ type: 'cancel' }).send({ type: 'deleted' }),
  failed: () => new Run().click().notCreated('conflict'),
  'failed, unsure': () => new Run().click().notCreated('invalid_response'),
  stuck: () => stuck(),
  misconfigured: () => new Run().send({ type: 'misconfigured', message: 'wrong' }),
};

const failure = { code: 'network', message: 'offline' } as const;
const events: Happening[] = [
  { type: 'connect', key, request: {} },
  { type: 'tab', opened: true },
  { type: 'tab', opened: false },
  { type: 'created', onboarding: onboarding() },
  { type: 'not-created', failure },
  { type: 'answered', onboarding: onboarding(), date: Date.parse(past) },
  { type: 'answered', onboarding: completed },
  { type: 'not-answered', failure },
  { type: 'not-answered', failure: { ...failure, code: 'not_found' } },
  { type: 'timer' },
  { type: 'signal', returned: false },
  { type: 'signal', returned: true },
  { type: 'refresh' },
  { type: 'cancel' },
  { type: 'deleted' },
  { type: 'not-deleted', failure },
  { type: 'reset', forget: true },
  { type: 'reset', forget: false },
  { type: 'remembered', hint: { key }, age: 0, request: {} },
  { type: 'remembered', hint: { key, id: ourId }, age: 0, request: {} },
  { type: 'given', id: otherId },
  { type: 'integrated', integrationId },
  { type: 'misconfigured', message: 'wrong' },
  { type: 'suspend' },
  { type: 'resume' },
];

/** A click or "check now" does something there, or cancelling does. */
const hasWayOut = (state: FlowState): boolean =>
  state.name === 'connected' ||
  (['connect', 'refresh', 'cancel'] as const).some(
    (type) => transition(state, { type, key, request: {}, at: Number.MAX_SAFE_INTEGER }).effects.length > 0,
  );

describe('every state', () => {
  for (const [name, arrive] of Object.entries(states))
    it(`takes every event and leaves a way out (${name})`, () => {
      for (const event of events) {
        const run = arrive();
        run.pass(0);
        const next = transition(run.state, { ...event, at: run.at + 100 });
        const isBusy = next.effects.some(({ type }) => ['create', 'read', 'delete', 'wait'].includes(type));
        const wasBusy = !run.isAtRest && !next.effects.some(({ type }) => type === 'rest');
        assert(isBusy || wasBusy || hasWayOut(next.state), `${event.type} leads to a dead end`);
        assert.deepEqual(transition(next.state, { type: 'reset', forget: true, at: run.at }).state, {
          name: 'idle',
        });
      }
    });

  it('starts a new one exactly where there is none to wait for', () => {
    const starting = Object.entries(states).filter(([, arrive]) => canStart(arrive().state));
    assert.deepEqual(
      starting.map(([name]) => name),
      [
        'idle',
        'looking up',
        'looking up, signed out',
        'expired',
        'incomplete',
        'cancelled',
        'failed',
        'failed, unsure',
        'misconfigured',
      ],
    );
    for (const [, arrive] of starting) assert.equal(arrive().click().state.name, 'creating');
  });

  it('is reached by one name only', () => {
    const names = new Set(Object.values(states).map((arrive) => arrive().state.name));
    assert.deepEqual([...names].sort(), [
      'blocked',
      'cancelled',
      'connected',
      'creating',
      'expired',
      'failed',
      'idle',
      'incomplete',
      'opening',
      'started',
      'waiting',
    ]);
  });
});
