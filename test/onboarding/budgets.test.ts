import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { integrationId } from '../contract/samples.js';
import { Run } from './run.js';

const minute = 60_000;

interface Story {
  /** When the page is woken, from the click. */
  signals: { at: number; returned: boolean }[];
  completedAt: number;
  random: number;
  /** How long an answer takes. */
  latency: number;
}

/** An onboarding whose server answers everything; when it was asked, and when the end was told. */
function play({ signals, completedAt, random, latency }: Story): { asked: number[]; toldAt: number } {
  const run = new Run();
  run.random = random;
  const begin = run.at;
  run.click().created();
  const waking = [...signals].sort((one, other) => one.at - other.at);
  let answerAt = Infinity;
  while (run.state.name !== 'connected') {
    const signalAt = begin + (waking[0]?.at ?? Infinity);
    const next = Math.min(signalAt, answerAt, run.timerAt ?? Infinity);
    assert(next < Infinity, 'nobody asks any more');
    const before = run.reads.length;
    run.at = next;
    if (next === signalAt) run.signal(waking.shift()!.returned);
    else if (next === answerAt) {
      answerAt = Infinity;
      const isDone = run.reads.at(-1)!.at + latency / 2 - begin >= completedAt;
      run.answer(isDone ? { state: 'completed', integration_id: integrationId } : { state: 'started' });
    } else run.fireTimer();
    if (run.reads.length > before) answerAt = run.at + latency;
  }
  return { asked: run.reads.map(({ at }) => at - begin), toldAt: run.at - begin };
}

const range = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);

describe('a normal onboarding of ten minutes', () => {
  const completedAt = 10 * minute;
  const back = { at: completedAt + 500, returned: true };

  for (const random of [0, 0.5, 1])
    it(`needs at most eight questions with two looks and the return (jitter ${random})`, () => {
      for (const first of range(0, completedAt, 7000))
        for (const second of range(first, completedAt, 7000)) {
          const signals = [first, second].map((at) => ({ at, returned: false }));
          const { asked, toldAt } = play({ signals: [...signals, back], completedAt, random, latency: 80 });
          assert(asked.length <= 8, `${asked.length} questions with signals at ${first} and ${second}`);
          assert(toldAt <= completedAt + 500 + 2000);
        }
    });

  it('asks at most eight times in them with three looks and no return page', () => {
    for (const first of range(0, completedAt, 30_000))
      for (const second of range(first, completedAt, 30_000))
        for (const third of range(second, completedAt, 30_000)) {
          const signals = [first, second, third].map((at) => ({ at, returned: false }));
          const { asked } = play({ signals, completedAt, random: 0.5, latency: 80 });
          const inTime = asked.filter((at) => at <= completedAt).length;
          assert(inTime <= 8, `${inTime} questions with signals at ${first}, ${second} and ${third}`);
        }
  });

  it('is told within two round trips of the return page', () => {
    for (const latency of [5, 80, 400]) {
      const { toldAt } = play({ signals: [back], completedAt, random: 0.5, latency });
      assert(toldAt - back.at <= 2 * latency);
    }
  });
});

describe('an onboarding of eight hours that nobody looks at', () => {
  for (const random of [0, 0.5, 1])
    it(`needs at most 24 questions, and is told within half an hour (jitter ${random})`, () => {
      const completedAt = 8 * 60 * minute;
      const { asked, toldAt } = play({ signals: [], completedAt, random, latency: 80 });
      assert(asked.length <= 24, `${asked.length} questions`);
      assert(toldAt <= completedAt + 33.5 * minute);
    });
});
