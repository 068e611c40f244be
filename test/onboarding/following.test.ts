import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { integrationId, key, ourId } from '../contract/samples.js';
import { Run, waiting } from './run.js';

const endings = { state: 'completed', integration_id: integrationId };

describe('an onboarding that somebody begins', () => {
  it('becomes started, and says so once', () => {
    const run = waiting();
    for (let answer = 0; answer < 3; answer++) {
      run.nextRead();
      run.answer({ state: 'started' });
    }
    assert.equal(run.state.name, 'started');
    assert.deepEqual(run.told, ['onboarding-created', 'onboarding-started']);
  });

  it('stays started when a replica that lags says created again', () => {
    const run = waiting();
    run.nextRead();
    run.answer({ state: 'started' }).nextRead();
    assert.equal(run.answer({ state: 'created' }).state.name, 'started');
  });

  for (const state of ['verifying', '', 'COMPLETED', 'connected', 'expired', 'incomplete', 'failed', 'idle'])
    it(`says nothing by a state nobody knows ("${state}")`, () => {
      const run = waiting();
      for (let answer = 0; answer < 4; answer++) {
        run.nextRead();
        run.answer({ state, integration_id: integrationId });
      }
      assert.equal(run.state.name, 'waiting');
      assert.deepEqual(run.told, ['onboarding-created']);
      assert.notEqual(run.timerAt, undefined);
    });
});

describe('a completed onboarding', () => {
  it('is connected: once told, nothing left behind', () => {
    const run = waiting();
    run.nextRead();
    run.answer(endings);
    assert.equal(run.state.name, 'connected');
    assert(run.isAtRest);
    assert.equal(run.memory, undefined);
    assert.deepEqual(run.announced.at(-1)?.detail, {
      integration_id: integrationId,
      onboarding_id: ourId,
      onboarding: 'onboarding' in run.state && run.state.onboarding,
      resumed: false,
    });
    run.signal(true).send({ type: 'refresh' }).send({ type: 'resume' }).click().send({ type: 'cancel' });
    assert.equal(run.state.name, 'connected');
    assert.deepEqual(run.told, ['onboarding-created', 'integration-connected']);
    assert(run.isAtRest);
  });

  for (const [how, run] of [
    ['remembered', () => new Run().remembered()],
    ['given by its id', () => new Run().given()],
  ] as const)
    it(`is told as resumed when it was ${how}`, () => {
      const { announced } = run().answer(endings);
      assert.equal(announced.length, 1);
      const [{ detail }] = announced as [(typeof announced)[0]];
      assert('resumed' in detail && detail.resumed);
    });

  it('is told as resumed after a reload that interrupted the POST', () => {
    const run = new Run().remembered({ key }).created(endings);
    const { detail } = run.announced.at(-1)!;
    assert('resumed' in detail && detail.resumed);
  });

  it('needs the state as well as the id', () => {
    const run = waiting();
    run.nextRead();
    assert.equal(run.answer({ state: 'started', integration_id: integrationId }).state.name, 'started');
  });
});

describe('a look-up', () => {
  for (const begin of [() => new Run().remembered(), () => new Run().given()])
    it('asks at once, freshly, and looks idle until it is answered', () => {
      const run = begin();
      assert.equal(run.state.name, 'idle');
      assert.deepEqual(run.reads, [{ id: ourId, at: run.at, fresh: true }]);
      assert.equal(run.answer().state.name, 'waiting');
      assert.deepEqual(run.told, []);
    });

  it('goes on while the server cannot answer', () => {
    const run = new Run().remembered().fail('network');
    assert.equal(run.state.name, 'idle');
    run.nextRead();
    assert.equal(run.answer({ state: 'started' }).state.name, 'started');
  });

  it('is over when the person clicks', () => {
    const run = new Run().remembered().click('another-key-long-enough');
    assert.equal(run.state.name, 'creating');
    assert.deepEqual([...run.pending], ['create']);
  });
});

describe('what the host says', () => {
  it('is connected without a question or an event', () => {
    const run = new Run().send({ type: 'integrated', integrationId });
    assert.deepEqual(run.state, { name: 'connected', integrationId, onboarding: null });
    assert.deepEqual(run.told, []);
    assert(run.isAtRest);
  });

  it('is reset: to idle, with or without its memory', () => {
    assert.deepEqual(waiting().send({ type: 'reset', forget: false }).memory, { key, id: ourId });
    const run = waiting().send({ type: 'reset', forget: true });
    assert.equal(run.memory, undefined);
    assert.equal(run.state.name, 'idle');
    assert(run.isAtRest);
    assert.deepEqual(run.deletes, []);
  });

  it('is wrong: failed, told as final, and the hint stays', () => {
    const run = waiting().send({ type: 'misconfigured', message: 'The attribute proxy="" is not …' });
    assert.equal(run.state.name, 'failed');
    assert(run.isAtRest);
    assert.deepEqual(run.memory, { key, id: ourId });
    const { detail } = run.announced.at(-1)!;
    assert('retryable' in detail && !detail.retryable && detail.code === 'misconfigured');
    assert.equal(run.click().state.name, 'creating');
  });
});
