import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProblemCode } from '../../src/contract/problem.js';
import { integrationId, ourId } from '../contract/samples.js';
import { Run, waiting } from './run.js';

const cancelling = () => waiting().send({ type: 'cancel' });
const refused = (code: ProblemCode, retryAfter?: number) =>
  cancelling()
    .pass(2000)
    .send({ type: 'not-deleted', failure: { code, message: code, retryAfter } });

describe('a cancellation', () => {
  it('deletes, drops the wait, and is told when it is done', () => {
    const run = cancelling();
    assert.deepEqual(run.deletes, [ourId]);
    assert.equal(run.timerAt, undefined);
    assert(!run.told.includes('onboarding-cancelled'));
    run.send({ type: 'deleted' });
    assert.deepEqual(run.state, { name: 'cancelled', reason: 'user' });
    assert.deepEqual(run.announced.at(-1)?.detail, { onboarding_id: ourId, reason: 'user' });
    assert.equal(run.memory, undefined);
    assert(run.isAtRest);
  });

  it('drops the question that is under way', () => {
    const run = waiting();
    run.nextRead();
    run.send({ type: 'cancel' });
    assert.deepEqual([...run.pending], ['delete']);
  });

  it('happens once', () => {
    assert.deepEqual(cancelling().send({ type: 'cancel' }).effects, []);
  });

  it('is not disturbed by what wakes the page', () => {
    const run = cancelling()
      .pass(10_000)
      .signal()
      .signal(true)
      .send({ type: 'refresh' })
      .send({ type: 'resume' });
    assert.deepEqual([...run.pending], ['delete']);
    assert.equal(run.timerAt, undefined);
  });

  it('is done when there is nothing to delete any more', () => {
    assert.deepEqual(refused('not_found').state, { name: 'cancelled', reason: 'user' });
  });

  it('does nothing where there is nothing to cancel', () => {
    for (const run of [new Run(), new Run().given(), cancelling().send({ type: 'deleted' })])
      assert.deepEqual(run.send({ type: 'cancel' }).effects, []);
  });

  it('begins anew with a click', () => {
    const run = cancelling().send({ type: 'deleted' }).click('another-key-long-enough');
    assert.equal(run.creates.at(-1)?.key, 'another-key-long-enough');
  });
});

describe('a cancellation while the POST is under way', () => {
  it('drops it, its tab and its key', () => {
    const run = new Run().click().send({ type: 'cancel' });
    assert.equal(run.state.name, 'idle');
    assert.equal(run.tab, 'none');
    assert.equal(run.memory, undefined);
    assert(run.isAtRest);
    assert.deepEqual(run.deletes, []);
  });
});

describe('a refused cancellation', () => {
  // what Edlink refuses a completed one with is unknown: 409 from our proxy, anything from a bare one
  for (const code of ['conflict', 'invalid_request', 'not_allowed'] as const)
    it(`reads again, and the answer decides (${code})`, () => {
      const run = refused(code);
      assert.deepEqual([...run.pending], ['read']);
      assert.equal(run.reads.at(-1)?.fresh, true);
      run.answer({ state: 'completed', integration_id: integrationId });
      assert.equal(run.state.name, 'connected');
      assert(!run.told.includes('onboarding-cancelled'));
    });

  it('leaves everything as it was when it is not connected', () => {
    const run = refused('conflict').answer({ state: 'started' });
    assert.equal(run.state.name, 'started');
    assert(!('cancelling' in run.state && run.state.cancelling));
    assert.notEqual(run.timerAt, undefined);
    assert.deepEqual([...run.send({ type: 'cancel' }).pending], ['delete']);
  });

  it('may be tried again after an outage', () => {
    const run = refused('network');
    assert.equal(run.state.name, 'waiting');
    assert.equal(run.told.at(-1), 'connect-error');
    assert.notEqual(run.timerAt, undefined);
    assert.deepEqual([...run.send({ type: 'cancel' }).pending], ['delete']);
  });

  it('keeps to the Retry-After of the refusal', () => {
    assert.equal(refused('rate_limited', 300_000).nextRead(), 300_000);
  });

  for (const code of ['unauthorized', 'forbidden'] as const)
    it(`tells the person, and goes on when they come back (${code})`, () => {
      const run = refused(code);
      assert.equal(run.state.name, 'waiting');
      assert.equal(run.told.at(-1), 'connect-error');
      assert.equal(run.pass(5000).signal().answer({ state: 'started' }).state.name, 'started');
    });
});
