import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { schedule } from '../../src/onboarding/schedule.js';
import { integrationId, ourId } from '../contract/samples.js';
import { Run, waiting } from './run.js';

/** Answers 404 until the flow does something else than wait. */
function neverFound(run: Run): Run {
  do run.fail('not_found');
  while (run.timerAt !== undefined && run.nextRead() >= 0 && run.reads.length < 50);
  return run;
}

describe('an onboarding that answers 404', () => {
  it('is not gone after two in a row, however long they are apart', () => {
    const run = waiting();
    run.nextRead();
    run.fail('not_found').pass(4000);
    run.nextRead();
    run.at += 60_000;
    assert.equal(run.fail('not_found').state.name, 'waiting');
    run.nextRead();
    assert.equal(run.fail('not_found').state.name, 'cancelled');
  });

  it('is not gone after many within nine seconds', () => {
    const run = waiting();
    run.nextRead();
    const begin = run.at;
    run.fail('not_found');
    while (run.at < begin + 9000 - 2 * schedule.shortestGap) {
      run.pass(schedule.shortestGap).signal().fail('not_found');
      assert.equal(run.state.name, 'waiting');
    }
    run.at = begin + 8999;
    assert.equal(run.signal().fail('not_found').state.name, 'waiting');
    run.nextRead();
    assert.equal(run.fail('not_found').state.name, 'cancelled');
  });

  it('is asked about twice more in nine seconds', () => {
    const run = waiting();
    run.nextRead();
    const begin = run.at;
    neverFound(run);
    assert.equal(run.at - begin, 9000);
    assert.equal(run.reads.filter(({ at }) => at >= begin).length, 3);
    assert.deepEqual(run.announced.at(-1)?.detail, { onboarding_id: ourId, reason: 'deleted' });
  });

  for (const between of ['an answer', 'another failure'])
    it(`is counted anew after ${between}`, () => {
      const run = waiting();
      run.nextRead();
      for (let pair = 0; pair < 5; pair++) {
        run.fail('not_found').nextRead();
        run.fail('not_found').nextRead();
        if (between === 'an answer') run.answer();
        else run.fail('network');
        run.nextRead();
      }
      assert.equal(run.state.name, 'waiting');
    });

  it('was deleted by somebody else, if it was ours', () => {
    const run = waiting();
    run.nextRead();
    neverFound(run);
    assert.deepEqual(run.state, { name: 'cancelled', reason: 'deleted' });
    assert.equal(run.told.at(-1), 'onboarding-cancelled');
    assert.equal(run.memory, undefined);
    assert(run.isAtRest);
  });

  it('was deleted, if the host named it', () => {
    const run = neverFound(new Run().given());
    assert.deepEqual(run.state, { name: 'cancelled', reason: 'deleted' });
    assert.deepEqual(run.told, ['onboarding-cancelled']);
  });

  it('is silently forgotten, if it was only remembered: somebody else may be signed in', () => {
    const run = neverFound(new Run().remembered());
    assert.deepEqual(run.state, { name: 'idle' });
    assert.deepEqual(run.told, []);
    assert.equal(run.memory, undefined);
    assert(run.isAtRest);
  });

  it('was deleted, if it was remembered and has been seen since', () => {
    const run = new Run().remembered().answer();
    run.nextRead();
    neverFound(run);
    assert.deepEqual(run.told, ['onboarding-cancelled']);
  });

  it('begins anew with a click', () => {
    const run = neverFound(new Run().given()).click();
    assert.equal(run.state.name, 'creating');
  });

  it('does not hold up a replica that catches up', () => {
    const run = new Run().given().fail('not_found');
    run.nextRead();
    assert.equal(run.answer().state.name, 'waiting');
    assert.deepEqual(run.told, []);
  });
});

describe('an onboarding that answers 404 after its expiration', () => {
  const expires = '2026-09-04T08:00:00.000Z';
  const gone = (date: string) => {
    const run = waiting();
    run.nextRead();
    do run.fail('not_found', { date: Date.parse(date) });
    while (run.timerAt !== undefined && run.nextRead() >= 0);
    return run;
  };

  it('has expired, by the date of the answer', () => {
    const run = gone('2026-09-04T08:00:01.000Z');
    assert.equal(run.state.name, 'expired');
    assert.equal(run.told.at(-1), 'onboarding-expired');
    assert(run.isAtRest);
  });

  it('was deleted, if that date is not past', () => {
    assert.equal(gone(expires).state.name, 'cancelled');
  });

  it('is still connected by a late completion, and tells of the expiry once', () => {
    const run = gone('2026-09-05T08:00:00.000Z')
      .pass(5000)
      .signal()
      .fail('not_found', {
        date: Date.parse('2026-09-05T08:01:00.000Z'),
      });
    assert.equal(run.state.name, 'expired');
    run.pass(5000).signal().answer({ state: 'completed', integration_id: integrationId });
    assert.deepEqual(run.told, ['onboarding-created', 'onboarding-expired', 'integration-connected']);
  });
});
