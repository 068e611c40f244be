import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { integrationId } from '../contract/samples.js';
import { waiting } from './run.js';

const nothing = { state: 'completed', integration_id: null };
const completion = { state: 'completed', integration_id: integrationId };

const asked = () => {
  const run = waiting();
  run.nextRead();
  return run;
};

describe('an onboarding completed without an integration', () => {
  it('is asked about twice more, and is then incomplete', () => {
    const run = asked().answer(nothing);
    assert.equal(run.state.name, 'waiting');
    assert.equal(run.nextRead(), 2000);
    assert.equal(run.answer(nothing).state.name, 'waiting');
    assert.equal(run.nextRead(), 4000);
    run.answer(nothing);
    assert.equal(run.state.name, 'incomplete');
    assert(run.isAtRest);
    assert.deepEqual(run.told, ['onboarding-created', 'onboarding-incomplete']);
  });

  for (const late of [1, 2])
    it(`is connected by an id that comes with the next answer but ${late - 1}`, () => {
      const run = asked();
      for (let answer = 0; answer < late; answer++) {
        run.answer(nothing).nextRead();
      }
      run.answer(completion);
      assert.deepEqual(run.told, ['onboarding-created', 'integration-connected']);
    });

  it('asks freshly while it is unsure', () => {
    const run = asked().answer(nothing);
    run.nextRead();
    run.answer(nothing).nextRead();
    assert.deepEqual(
      run.reads.slice(-2).map(({ fresh }) => fresh),
      [true, true],
    );
  });

  it('is counted in a row', () => {
    const run = asked();
    for (let turn = 0; turn < 3; turn++) {
      run.answer(nothing).nextRead();
      run.answer(nothing).nextRead();
      run.answer({ state: 'started' }).nextRead();
    }
    assert.equal(run.state.name, 'started');
    assert(!run.told.includes('onboarding-incomplete'));
  });

  const incomplete = () => {
    const run = asked().answer(nothing);
    run.nextRead();
    run.answer(nothing).nextRead();
    return run.answer(nothing);
  };

  it('is connected later by a signal, and told as incomplete once', () => {
    const run = incomplete().pass(60_000).send({ type: 'refresh' }).answer(nothing);
    assert.equal(run.state.name, 'incomplete');
    assert(run.isAtRest);
    run.pass(60_000).signal().answer(completion);
    assert.deepEqual(run.told, ['onboarding-created', 'onboarding-incomplete', 'integration-connected']);
  });

  it('begins anew with a click', () => {
    assert.equal(incomplete().click().state.name, 'creating');
  });

  it('does not expire', () => {
    const run = asked();
    for (let answer = 0; answer < 2; answer++) {
      run.answer(nothing, '2100-01-01T00:00:00.000Z').nextRead();
    }
    assert.equal(run.answer(nothing, '2100-01-01T00:00:00.000Z').state.name, 'incomplete');
  });
});
