import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProblemCode } from '../../src/contract/problem.js';
import { integrationId } from '../contract/samples.js';
import { Run, waiting } from './run.js';

const asked = () => {
  const run = waiting();
  run.nextRead();
  return run;
};

const passing: ProblemCode[] = [
  'network',
  'rate_limited',
  'upstream_unavailable',
  'upstream_credentials',
  'host_not_ready',
  'invalid_response',
];

describe('a question that meets what passes', () => {
  for (const code of passing)
    it(`keeps the state, backs off to half an hour, and recovers by itself (${code})`, () => {
      const run = asked();
      const waits: number[] = [];
      for (let question = 0; question < 9; question++) {
        run.fail(code);
        assert.equal(run.state.name, 'waiting');
        waits.push(run.nextRead() / 1000);
      }
      assert.deepEqual(waits, [60, 120, 240, 480, 960, 1800, 1800, 1800, 1800]);
      run.answer();
      assert(!('failure' in run.state && run.state.failure));
      assert.deepEqual(run.told, ['onboarding-created', 'connect-error']);
    });

  it('is told anew when it changes, and when it comes back', () => {
    const run = asked().fail('network');
    run.nextRead();
    run.fail('upstream_unavailable').nextRead();
    run.answer().nextRead();
    run.fail('upstream_unavailable');
    assert.deepEqual(
      run.announced.slice(1).map(({ detail }) => 'code' in detail && detail.code),
      ['network', 'upstream_unavailable', 'upstream_unavailable'],
    );
  });

  it('loses no completion', () => {
    const run = asked().fail('network');
    run.nextRead();
    run.fail('upstream_unavailable').nextRead();
    assert.equal(run.answer({ state: 'completed', integration_id: integrationId }).state.name, 'connected');
  });
});

describe('a question of somebody who is signed out, or not allowed', () => {
  for (const code of ['unauthorized', 'forbidden'] as const)
    it(`waits for the person and goes on where it was (${code})`, () => {
      const run = asked().answer({ state: 'started' });
      run.nextRead();
      run.fail(code).pass(8 * 60 * 60_000);
      assert.equal(run.state.name, 'started');
      assert(run.isAtRest);
      for (const wake of [
        { type: 'refresh' },
        { type: 'resume' },
        { type: 'signal', returned: false },
      ] as const) {
        run.pass(10_000).send(wake);
        run.fail(code);
        assert(run.isAtRest);
      }
      run.pass(10_000).signal().answer({ state: 'started' });
      assert.equal(run.state.name, 'started');
      assert.notEqual(run.timerAt, undefined);
      assert.deepEqual(run.told, ['onboarding-created', 'onboarding-started', 'connect-error']);
      const { detail } = run.announced.at(-1)!;
      assert('code' in detail && detail.code === code && detail.retryable);
    });

  it('keeps a remembered one, which may be seen again after signing in', () => {
    const run = new Run().remembered().fail('unauthorized');
    assert.notEqual(run.memory, undefined);
    assert.equal(run.pass(60_000).signal().answer().state.name, 'waiting');
  });
});

describe('a question that can only go wrong', () => {
  for (const code of ['not_allowed', 'invalid_request', 'integration_conflict', 'misconfigured'] as const)
    it(`fails, keeps the hint, and asks again when it is told to (${code})`, () => {
      const run = asked().fail(code);
      assert.equal(run.state.name, 'failed');
      assert(run.isAtRest);
      assert.notEqual(run.memory, undefined);
      const { detail } = run.announced.at(-1)!;
      assert('retryable' in detail && !detail.retryable);
      run.pass(5000).click();
      assert.equal(run.creates.length, 1);
      assert.equal(run.answer().state.name, 'waiting');
    });
});

describe('Retry-After', () => {
  const told = (random = 0.5) => {
    const run = asked();
    run.random = random;
    return run.fail('rate_limited', { retryAfter: 300_000 });
  };

  it('is obeyed', () => {
    assert.equal(told().nextRead(), 300_000);
  });

  it('is obeyed against every signal', () => {
    const run = told();
    const before = run.reads.length;
    for (let second = 0; second < 299; second++) {
      run.pass(1000).signal(second % 7 === 0);
      run.send({ type: 'refresh' }).send({ type: 'resume' });
    }
    assert.equal(run.reads.length, before);
    assert.equal(run.pass(1000).reads.length, before + 1);
  });

  for (const random of [0, 0.25, 1])
    it(`is not undercut by the jitter (${random})`, () => {
      assert(told(random).nextRead() >= 300_000);
    });

  for (const random of [0, 0.25, 1])
    it(`is not undercut by the jitter when a signal is kept waiting (${random})`, () => {
      const run = told(random).pass(100_000).signal();
      assert(run.nextRead() >= 200_000);
    });

  it('outlives a leaving and coming back', () => {
    const run = told().pass(1000).send({ type: 'suspend' }).send({ type: 'resume' });
    assert.equal(run.nextRead(), 299_000);
  });

  it('is obeyed with a refusal that waits for the person', () => {
    const run = asked().fail('unauthorized', { retryAfter: 300_000 }).pass(100_000).signal();
    assert.equal(run.nextRead(), 200_000);
  });

  it('does not shorten the net', () => {
    const run = asked().fail('rate_limited', { retryAfter: 1000 });
    assert.equal(run.nextRead(), 60_000);
  });
});
