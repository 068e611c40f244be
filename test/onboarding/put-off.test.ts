import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { schedule } from '../../src/onboarding/schedule.js';
import { onboarding } from '../contract/samples.js';
import { Run, waiting } from './run.js';

const putOff = { type: 'put-off' } as const;

const intervalOf = ({ state }: Run): number => ('interval' in state ? state.interval : NaN);

describe('another tab asks instead', () => {
  it('puts the question off by an interval, at the pace of one', () => {
    const run = waiting();
    const before = intervalOf(run);
    run.pass(before - 1).send(putOff);
    assert.equal(intervalOf(run), before * 2);
    assert.equal(run.timerAt, run.at + before * 2);
    assert.equal(run.state.name, 'waiting');
  });

  it('stands for ours a few times in a row, and no longer', () => {
    const run = waiting();
    for (let count = 0; count < schedule.mostPutOff; count++) run.send(putOff);
    const { timerAt } = run;
    assert.equal(run.pass(1).send(putOff).timerAt, timerAt);
    const asked = run.reads.length;
    run.pass(schedule.longestInterval);
    assert.equal(run.reads.length, asked + 1);
    run.answer().send(putOff);
    assert.equal(run.timerAt, run.at + intervalOf(run), 'and from then on again');
  });

  it('ends a question that was refused its turn', () => {
    const run = waiting();
    run.nextRead();
    run.pending.clear();
    run.send(putOff);
    assert(run.timerAt !== undefined && run.timerAt > run.at);
  });

  const asItWas: Record<string, () => Run> = {
    'the ladder': () =>
      waiting().pass(schedule.shortestGap).send({ type: 'signal', returned: true }).answer(),
    'open evidence': () => waiting().send({ type: 'heard', onboarding: onboarding({ state: 'completed' }) }),
    'a sign-in that is missing': () => {
      const run = waiting();
      run.nextRead();
      return run.send({ type: 'not-answered', failure: { code: 'unauthorized', message: 'no' } });
    },
    'what has only just been opened': () => new Run().click().created(),
    'a cancellation': () => waiting().send({ type: 'cancel' }),
  };
  for (const [what, bring] of Object.entries(asItWas))
    it(`leaves alone ${what}`, () => {
      const run = bring();
      const { timerAt, state } = run;
      run.pass(1).send(putOff);
      assert.deepEqual([run.timerAt, run.state], [timerAt, state]);
    });
});
