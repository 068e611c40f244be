import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { schedule } from '../../src/onboarding/schedule.js';
import { completed, onboarding } from '../contract/samples.js';
import { Run, waiting } from './run.js';

// What somebody else on the page was told: as good an answer, but no question of this element's.
const news = (of = onboarding()) => ({ type: 'heard', onboarding: of, date: undefined }) as const;

describe('an answer that another element was given', () => {
  it('connects, and is told once', () => {
    const run = waiting().send(news(completed)).send(news(completed));
    assert.equal(run.state.name, 'connected');
    assert.deepEqual(run.announced.map(({ name }) => name).slice(-1), ['integration-connected']);
    assert.equal(run.timerAt, undefined);
  });

  it('puts the next question off by one interval, and does not lengthen the interval', () => {
    const run = waiting();
    const { state } = run;
    assert('interval' in state);
    run.pass(state.interval / 2).send(news());
    assert.equal(run.timerAt, run.at + state.interval);
    assert('interval' in run.state && run.state.interval === state.interval);
  });

  it('is no answer to a question of one’s own that is under way', () => {
    const run = waiting().pass(schedule.shortestGap).send({ type: 'refresh' });
    assert(run.pending.has('read'));
    const { state } = run;
    run.send(news(completed));
    assert.equal(run.state, state);
  });

  it('does not take anybody off the ladder', () => {
    const run = waiting().pass(schedule.shortestGap).send({ type: 'signal', returned: true }).answer();
    run.pass(100).send(news());
    assert.equal(run.timerAt, run.at + schedule.ladder[0]);
  });

  it('wakes who waited for a sign-in', () => {
    const run = waiting().pass(schedule.shortestGap).send({ type: 'signal', returned: true });
    run.send({ type: 'not-answered', failure: { code: 'unauthorized', message: 'no' } });
    assert(run.isAtRest);
    run.send(news());
    assert(!run.isAtRest);
    assert(!('failure' in run.state && run.state.failure));
  });

  it('counts as evidence, and asks for the rest of it soon', () => {
    const run = waiting().send(news(onboarding({ state: 'completed' })));
    assert.equal(run.timerAt, run.at + schedule.incompleteGaps[0]);
  });

  it('says nothing while a cancellation is under way', () => {
    const run = waiting().send({ type: 'cancel' });
    const { state } = run;
    run.send(news(completed));
    assert.equal(run.state, state);
  });

  it('says nothing to who follows nobody', () => {
    const run = new Run().send(news(completed));
    assert.equal(run.state.name, 'idle');
  });
});
