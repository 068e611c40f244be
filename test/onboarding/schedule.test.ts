import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  afterAnswer,
  isOnLadder,
  mayClimb,
  retryDelay,
  schedule,
  startPace,
  waitBeforeAsking,
  withJitter,
  type Pace,
} from '../../src/onboarding/schedule.js';

const minute = 60_000;
const at = (changes: Partial<Pace>): Pace => ({ ...startPace, ...changes });

describe('the schedule', () => {
  it('has the numbers that were measured', () => {
    assert.equal(schedule.firstInterval, 15_000);
    assert.equal(schedule.longestInterval, 30 * minute);
    assert.equal(schedule.jitter, 0.1);
    assert.deepEqual(schedule.ladder, [500, 1000, 2000, 4000]);
    assert.equal(schedule.ladderGap, minute);
    assert.equal(schedule.missingAnswers, 3);
    assert.equal(schedule.missingTime, 9000);
    assert.equal(schedule.missingGap * (schedule.missingAnswers - 1), schedule.missingTime);
    assert.equal(schedule.incompleteGaps.length, 2);
    assert.equal(schedule.expiredAnswers, 2);
  });

  it('asks because of signals about once a second', () => {
    const gap: number = schedule.shortestGap;
    assert(gap >= 1000 && gap < 1500);
  });
});

describe('the wait after an answer', () => {
  const table: [string, Pace, number][] = [
    ['the first', startPace, 30_000],
    ['the net doubles', at({ interval: 60_000 }), 120_000],
    ['up to half an hour', at({ interval: 20 * minute }), 30 * minute],
    ['a signal does not double it', at({ interval: 60_000, signalled: true }), 60_000],
    ['a signal shortens it', at({ interval: 30 * minute, signalled: true }), 4 * minute],
    ['the first rung', at({ rung: 0 }), 500],
    ['the last rung', at({ rung: 3 }), 4000],
    ['after the last rung', at({ rung: 4 }), 30_000],
    ['a rung beats the signal', at({ rung: 1, signalled: true }), 1000],
  ];
  for (const [name, pace, delay] of table)
    it(`is ${delay / 1000} s: ${name}`, () => assert.equal(afterAnswer(pace).delay, delay));

  it('climbs the ladder rung by rung, and leaves it', () => {
    let pace = at({ rung: 0 });
    const rungs: (number | boolean)[] = [];
    for (let answer = 0; answer < 6; answer++) {
      rungs.push(isOnLadder(pace) && pace.rung);
      pace = { ...pace, ...afterAnswer(pace) };
    }
    assert.deepEqual(rungs, [0, 1, 2, 3, 4, false]);
  });
});

describe('a signal', () => {
  const gap = schedule.shortestGap;
  const table: [string, Pace, number, number][] = [
    ['never asked', startPace, 0, 0],
    ['just asked', at({ askedAt: 5000 }), 5000, gap],
    ['asked a moment ago', at({ askedAt: 5000 }), 5400, gap - 400],
    ['asked long enough ago', at({ askedAt: 5000 }), 5000 + gap, 0],
    ['told to wait', at({ askedAt: 5000, notBefore: 60_000 }), 20_000, 40_000],
    ['told to wait, and did', at({ askedAt: 5000, notBefore: 60_000 }), 60_000, 0],
  ];
  for (const [name, pace, now, delay] of table)
    it(`waits ${delay} ms: ${name}`, () => assert.equal(waitBeforeAsking(pace, now), delay));

  it('may climb once a minute', () => {
    assert(mayClimb(startPace, 0));
    assert(!mayClimb(at({ ladderAt: 1000 }), 60_999));
    assert(mayClimb(at({ ladderAt: 1000 }), 61_000));
  });
});

describe('the jitter', () => {
  for (const [delay, random, result] of [
    [500, 0, 500],
    [14_999, 1, 14_999],
    [15_000, 0, 13_500],
    [15_000, 0.5, 15_000],
    [15_000, 1, 16_500],
    [1_800_000, 0, 1_620_000],
  ] as const)
    it(`makes ${delay} of ${random} ${result}`, () =>
      assert.equal(Math.round(withJitter(delay, random)), result));
});

describe('the wait before another creation', () => {
  for (const [attempt, delay] of [
    [1, 1000],
    [2, 2000],
    [9, 256_000],
    [10, 300_000],
    [5000, 300_000],
  ] as const)
    it(`is ${delay / 1000} s after ${attempt}`, () => assert.equal(retryDelay(attempt), delay));
});
