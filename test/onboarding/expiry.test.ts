import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { schedule } from '../../src/onboarding/schedule.js';
import { integrationId } from '../contract/samples.js';
import { Run, waiting } from './run.js';

const expires = '2026-09-04T08:00:00.000Z';
const after = '2026-09-04T08:00:01.000Z';
const completion = { state: 'completed', integration_id: integrationId };

const asked = () => {
  const run = waiting();
  run.nextRead();
  return run;
};
const expired = () => {
  const run = asked().answer({}, after);
  run.nextRead();
  return run.answer({}, after);
};

describe('an expiration', () => {
  it('takes two answers, the second after two seconds', () => {
    const run = asked().answer({}, after);
    assert.equal(run.state.name, 'waiting');
    assert.equal(run.nextRead(), 2000);
    run.answer({}, after);
    assert.equal(run.state.name, 'expired');
    assert(run.isAtRest);
    assert.equal(run.told.at(-1), 'onboarding-expired');
  });

  it('takes two answers in a row', () => {
    const run = asked();
    for (let pair = 0; pair < 3; pair++) {
      run.answer({}, after).nextRead();
      run.answer({}, expires).nextRead();
    }
    assert.equal(run.state.name, 'waiting');
  });

  for (const [why, changes, date] of [
    ['the moment itself is not past', {}, expires],
    ['no Date, no proof', {}, undefined],
    ['no expiration date, no end', { expiration_date: null }, '2100-01-01T00:00:00.000Z'],
  ] as const)
    it(`does not come: ${why}`, () => {
      const run = asked();
      for (let answer = 0; answer < 5; answer++) {
        run.answer(changes, date).nextRead();
        assert.equal(run.state.name, 'waiting');
      }
    });

  it('is never judged by the time that passes here', () => {
    const run = asked();
    for (let day = 0; day < 10; day++) {
      run.answer({}, '2026-09-04T07:59:59.000Z').pass(24 * 60 * 60_000);
      run.nextRead();
    }
    assert.equal(run.state.name, 'waiting');
  });

  it('is told of a started one too', () => {
    const run = asked().answer({ state: 'started' }, after);
    run.nextRead();
    assert.equal(run.answer({ state: 'started' }, after).state.name, 'expired');
  });

  it('is overturned by a completion that comes later', () => {
    const run = expired().pass(60_000).signal().answer(completion, after);
    assert.equal(run.state.name, 'connected');
    assert.deepEqual(run.told, ['onboarding-created', 'onboarding-expired', 'integration-connected']);
  });

  it('is overturned by a completion in the second answer', () => {
    const run = asked().answer({}, after);
    run.nextRead();
    assert.equal(run.answer(completion, after).state.name, 'connected');
  });

  it('is told once, however often it is asked about', () => {
    const run = expired();
    for (let look = 0; look < 4; look++) {
      run.pass(60_000).signal().answer({}, after);
      assert.equal(run.state.name, 'expired');
      assert(run.isAtRest);
    }
    assert.deepEqual(run.told, ['onboarding-created', 'onboarding-expired']);
  });

  it('asks once more for a signal that came during the last question', () => {
    const run = asked().answer({}, after);
    run.nextRead();
    run.pass(600).signal().answer({}, after);
    assert.equal(run.state.name, 'expired');
    assert.equal(run.nextRead(), schedule.shortestGap - 600);
    assert(run.answer({}, after).isAtRest);
  });

  it('begins anew with a click', () => {
    const run = expired().click('another-key-long-enough');
    assert.equal(run.state.name, 'creating');
    assert.equal(run.memory?.key, 'another-key-long-enough');
  });

  it('is found by a look-up too', () => {
    const run = new Run().remembered().answer({}, after);
    run.nextRead();
    assert.equal(run.answer({}, after).state.name, 'expired');
  });
});
