import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Run, waiting } from './run.js';

/** One that has just been asked about by the net, with nothing special in its answer so far. */
const netted = (): Run => {
  const run = waiting();
  run.nextRead();
  return run;
};

const isFresh = (run: Run): boolean | undefined => run.reads.at(-1)?.fresh;

describe('the proxy is asked for a fresh answer', () => {
  const ways: Record<string, () => Run> = {
    'by the return page': () => waiting().pass(5000).signal(true),
    'by whoever comes back': () => waiting().pass(5000).signal(),
    'by refresh() and "check again"': () => waiting().pass(5000).send({ type: 'refresh' }),
    'by an element that is put back into the page': () =>
      waiting().pass(5000).send({ type: 'suspend' }).send({ type: 'resume' }),
    'for an onboarding that the host names': () => new Run().given(),
    'for one that is remembered': () => new Run().remembered(),
    'where something is stuck, by the button': () =>
      waiting().pass(5000).signal().fail('invalid_request').pass(5000).click(),
    'when a deletion was refused': () =>
      waiting()
        .pass(5000)
        .send({ type: 'cancel' })
        .send({ type: 'not-deleted', failure: { code: 'conflict', message: 'conflict' } }),
  };
  for (const [who, act] of Object.entries(ways))
    it(who, () => {
      const run = act();
      assert(run.pending.has('read'));
      assert.equal(isFresh(run), true);
    });

  it('when one 404 may be a lagging replica', () => {
    const run = netted();
    assert.equal(isFresh(run), false);
    run.fail('not_found').nextRead();
    assert.equal(isFresh(run), true);
    run.fail('not_found').nextRead();
    assert.equal(isFresh(run), true);
  });

  it('when one answer is past the expiration date', () => {
    const run = netted().answer({}, '2126-01-01T00:00:00.000Z');
    run.nextRead();
    assert.equal(isFresh(run), true);
  });

  it('when it is completed without an integration', () => {
    const run = netted().answer({ state: 'completed' });
    run.nextRead();
    assert.equal(isFresh(run), true);
    run.answer({ state: 'completed' }).nextRead();
    assert.equal(isFresh(run), true);
  });
});

describe('the net is content with what the proxy knows', () => {
  it('from 15 seconds to half an hour', () => {
    const run = waiting();
    const fresh = Array.from({ length: 9 }, () => {
      run.nextRead();
      run.answer();
      return isFresh(run);
    });
    assert.deepEqual(new Set(fresh), new Set([false]));
  });

  it('after a signal was answered', () => {
    const run = waiting().pass(5000).signal().answer();
    run.nextRead();
    assert.equal(isFresh(run), false);
  });

  it('after a doubt was cleared up', () => {
    const run = netted().fail('not_found');
    run.nextRead();
    run.answer().nextRead();
    assert.equal(isFresh(run), false);
  });
});
