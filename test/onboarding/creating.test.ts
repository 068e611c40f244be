import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProblemCode } from '../../src/contract/problem.js';
import { schedule } from '../../src/onboarding/schedule.js';
import { key } from '../contract/samples.js';
import { Run } from './run.js';

const passing: ProblemCode[] = ['network', 'rate_limited', 'upstream_unavailable', 'host_not_ready'];
const gap = schedule.shortestGap;
const final: ProblemCode[] = [
  'forbidden',
  'not_found',
  'conflict',
  'not_allowed',
  'invalid_request',
  'upstream_credentials',
  'integration_conflict',
  'misconfigured',
];

describe('a creation that fails for now', () => {
  for (const code of passing)
    it(`is repeated with the same key (${code})`, () => {
      const run = new Run().click().notCreated(code).pass(gap);
      assert.equal(run.state.name, 'creating');
      assert.deepEqual(
        run.creates.map((create) => create.key),
        [key, key],
      );
    });

  it('closes the blank tab, so that the link is shown later', () => {
    const run = new Run().click().notCreated('network');
    assert.equal(run.tab, 'none');
    const { state } = run.pass(gap).created();
    assert.equal(state.name, 'blocked');
    // nobody refused anything: the text must not blame the browser
    assert('refused' in state && state.refused === false);
  });

  it('backs off from one second to five minutes', () => {
    const run = new Run().click();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 11; attempt++) {
      run.pass(gap).notCreated('network');
      waits.push(run.timerAt! - run.at);
      run.fireTimer();
    }
    assert.deepEqual(
      waits,
      [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1000),
    );
  });

  it('tells of it once, and again when it changes', () => {
    const run = new Run().click();
    for (const code of ['network', 'network', 'upstream_unavailable', 'upstream_unavailable'] as const)
      run.notCreated(code).fireTimer();
    assert.deepEqual(
      run.announced.map(({ detail }) => 'code' in detail && [detail.code, detail.retryable]),
      [
        ['network', true],
        ['upstream_unavailable', true],
      ],
    );
  });

  it('is hastened by a signal, once a second', () => {
    const run = new Run().click().pass(5000).notCreated('network').signal();
    assert.equal(run.creates.length, 2);
    run.notCreated('network').signal();
    assert.equal(run.creates.length, 2);
    assert.equal(run.pass(gap).creates.length, 3);
  });
});

describe('a creation while signed out', () => {
  it('waits for the person, and goes on with the same key', () => {
    const run = new Run().click().notCreated('unauthorized');
    assert.equal(run.state.name, 'creating');
    assert(run.isAtRest);
    assert.deepEqual(run.told, ['connect-error']);
    run.pass(60_000).signal();
    assert.deepEqual(
      run.creates.map((create) => create.key),
      [key, key],
    );
    assert.equal(run.created().state.name, 'blocked');
  });

  it('goes on by a signal after its Retry-After too', () => {
    const run = new Run().click().notCreated('unauthorized', { retryAfter: 5000 });
    run.pass(60_000).send({ type: 'refresh' });
    assert.equal(run.creates.length, 2);
  });
});

describe('a creation that was told to wait', () => {
  const told = () => new Run().click().pass(2000).notCreated('rate_limited', { retryAfter: 60_000 });

  it('waits as long as it was told', () => {
    assert.equal(told().pass(59_999).creates.length, 1);
    assert.equal(told().pass(60_000).creates.length, 2);
  });

  for (const type of ['refresh', 'resume'] as const)
    it(`waits whatever wakes it (${type})`, () => {
      const run = told().pass(30_000).send({ type });
      assert.equal(run.pass(29_999).creates.length, 1);
      assert.equal(run.pass(1).creates.length, 2);
    });

  it('waits against signals', () => {
    const run = told();
    for (let second = 0; second < 59; second++) run.pass(1000).signal(second % 2 === 0);
    assert.equal(run.creates.length, 1);
    assert.equal(run.pass(1000).creates.length, 2);
  });

  it('is not hurried by the jitter', () => {
    const run = new Run();
    run.random = 0;
    run.click().notCreated('rate_limited', { retryAfter: 60_000 });
    assert.equal(run.pass(59_999).creates.length, 1);
    assert.equal(run.pass(1).creates.length, 2);
  });
});

describe('a creation that is refused', () => {
  for (const code of final)
    it(`ends, with the tab closed and nothing remembered (${code})`, () => {
      const run = new Run().click().notCreated(code);
      assert.equal(run.state.name, 'failed');
      assert.equal(run.tab, 'none');
      assert.equal(run.memory, undefined);
      assert(run.isAtRest);
      assert.deepEqual(run.told, ['connect-error']);
    });

  it('begins anew with a new key', () => {
    const run = new Run().click().notCreated('conflict').click('another-key-long-enough');
    assert.equal(run.creates.at(-1)?.key, 'another-key-long-enough');
  });

  it('keeps its key when the answer could not be read: it may have been made', () => {
    const run = new Run().click().notCreated('invalid_response');
    assert.equal(run.state.name, 'failed');
    assert.equal(run.click('another-key-long-enough').creates.at(-1)?.key, key);
  });
});
