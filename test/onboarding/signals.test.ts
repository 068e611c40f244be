import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { schedule } from '../../src/onboarding/schedule.js';
import { ourId } from '../contract/samples.js';
import { waiting, type Run } from './run.js';

/** Answers "not yet" to every question until this time has passed; when they were asked, from now. */
function readsWithin(run: Run, time: number): number[] {
  const begin = run.at;
  const before = run.reads.length;
  const end = begin + time;
  for (;;) {
    if (run.pending.has('read')) run.answer();
    if (run.timerAt === undefined || run.timerAt > end) break;
    run.fireTimer();
  }
  run.pass(end - run.at);
  return run.reads.slice(before).map(({ at }) => at - begin);
}

const gap = schedule.shortestGap;

describe('a signal', () => {
  it('asks now, and freshly', () => {
    const run = waiting().pass(5000).signal();
    assert.deepEqual(run.reads.at(-1), { id: ourId, at: run.at, fresh: true });
  });

  it('asks at most once in a second or so, but the last one is not lost', () => {
    const run = waiting().pass(5000);
    const begin = run.at;
    const before = run.reads.length;
    for (let moment = 0; moment < 30; moment++) {
      run.signal();
      if (run.pending.has('read')) run.answer();
      run.pass(gap / 10);
    }
    if (run.pending.has('read')) run.answer();
    run.pass(gap);
    assert.deepEqual(
      run.reads.slice(before).map(({ at }) => at - begin),
      [0, gap, 2 * gap, 3 * gap],
    );
  });

  it('during a question is asked after it: the answer may be older than the signal', () => {
    const run = waiting().pass(5000).signal().pass(600).signal().signal().signal();
    assert.deepEqual([...run.pending], ['read']);
    const asked = run.reads.length;
    run.pass(200).answer();
    assert.equal(run.nextRead(), gap - 800);
    assert.equal(run.reads.length, asked + 1);
    assert.equal(run.reads.at(-1)?.fresh, true);
    run.answer();
    assert(run.nextRead() > 10_000);
  });

  it('is one question, though a return to the tab is several events', () => {
    const run = waiting().pass(5000).signal().pass(12).signal();
    run.answer().pass(150).signal();
    assert(run.nextRead() > 10_000);
  });

  it('is not lost right after a question of the net, whose answer may be older than the signal', () => {
    const answered = waiting();
    answered.nextRead();
    answered.answer().pass(100).signal();
    assert.equal(answered.nextRead(), gap - 100);
    assert.equal(answered.reads.at(-1)?.fresh, true);

    const asked = waiting();
    asked.nextRead();
    asked.pass(100).signal().answer();
    assert.equal(asked.nextRead(), gap - 100);
    assert.equal(asked.reads.at(-1)?.fresh, true);
  });

  it('shortens a long net to four minutes, and lengthens none', () => {
    const run = waiting();
    readsWithin(run, 2 * 60 * 60_000);
    run.signal().answer();
    assert.equal(run.nextRead(), 240_000);
    const early = waiting().pass(5000).signal().answer();
    assert.equal(early.nextRead(), 30_000);
  });
});

describe('the net', () => {
  it('doubles from 15 seconds to half an hour', () => {
    const run = waiting();
    const waits = Array.from({ length: 9 }, () => {
      const wait = run.nextRead() / 1000;
      run.answer();
      return wait;
    });
    assert.deepEqual(waits, [30, 60, 120, 240, 480, 960, 1800, 1800, 1800]);
  });
});

describe('the return page', () => {
  it('is asked for at once, and after 0.5, 1, 2 and 4 seconds', () => {
    const run = waiting().pass(5000).signal(true);
    assert.deepEqual(readsWithin(run, 20_000), [500, 1500, 3500, 7500]);
    assert(run.reads.slice(-5).every(({ fresh }) => fresh));
  });

  it('gets one such ladder a minute, and no question in between', () => {
    const run = waiting().pass(5000).signal(true);
    readsWithin(run, 10_000);
    const before = run.reads.length;
    for (let second = 0; second < 49; second++) run.pass(1000).signal(true);
    // the net may have asked once
    assert(run.reads.length <= before + 1);
    if (run.pending.has('read')) run.answer();
    run.pass(1000).signal(true);
    assert.equal(run.pending.has('read'), true);
    assert.deepEqual(readsWithin(run, 10_000), [500, 1500, 3500, 7500]);
  });

  it('goes down the ladder whatever else wakes the page', () => {
    const run = waiting().pass(5000).signal(true).answer();
    run.pass(200).signal().signal();
    assert.deepEqual(readsWithin(run, 20_000), [300, 1300, 3300, 7300]);
  });

  it('during a question climbs after it', () => {
    const run = waiting().pass(5000).signal().pass(600).signal(true).answer();
    const first = gap - 600;
    assert.deepEqual(readsWithin(run, 20_000), [
      first,
      first + 500,
      first + 1500,
      first + 3500,
      first + 7500,
    ]);
  });
});

describe('a laptop that wakes after eight hours', () => {
  it('asks once in the first second, however many events wake it', () => {
    const run = waiting();
    run.at += 8 * 60 * 60_000;
    const begin = run.at;
    const before = run.reads.length;
    run.fireTimer().signal().signal().send({ type: 'resume' }).signal(true);
    run.pass(gap - 1).signal();
    assert.equal(run.reads.length, before + 1);
    run.answer({ state: 'started' });
    assert.equal(run.state.name, 'started');
    run.nextRead();
    assert.equal(run.at, begin + gap);
  });
});
