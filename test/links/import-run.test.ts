import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemCodes, type ProblemCode } from '../../src/contract/problem.js';
import { next, plan, resume } from '../../src/links/import-run.js';
import { progressOf } from '../../src/links/progress.js';
import { reconcile } from '../../src/links/reconcile.js';
import type { ImportRun, Outcome } from '../../src/links/run-state.js';
import { link, reviewed } from './samples.js';

const lines = reviewed('user_id,external_id\n1,a\nx,y\n2,b\n3,c\n');
const complete = { isComplete: true };

const failed = (code: ProblemCode, more: object = {}): Outcome => ({
  type: 'failed',
  failure: { code, message: code, ...more },
});
const made = (user: number, external_id: string): Outcome => ({
  type: 'created',
  link: link(user, external_id),
});
const after = (...outcomes: Outcome[]): ImportRun => outcomes.reduce(next, plan(lines, complete));
const results = ({ entries }: ImportRun): string[] => entries.map(({ result }) => result.name);

describe('an import', () => {
  it('writes what may be written, line by line', () => {
    const run = plan(lines, complete);
    assert.deepEqual(
      run.entries.map(({ line, user_id, external_id }) => [line, user_id, external_id]),
      [
        [2, 1, 'a'],
        [4, 2, 'b'],
        [5, 3, 'c'],
      ],
    );
    assert.deepEqual(run.phase, { name: 'posting', index: 0 });
    assert.deepEqual(after(made(1, 'a')).phase, { name: 'posting', index: 1 });
  });

  it('is finished after the last one', () => {
    const run = after(made(1, 'a'), made(2, 'b'), made(3, 'c'));
    assert.deepEqual(run.phase, { name: 'finished' });
    assert.deepEqual(results(run), ['created', 'created', 'created']);
  });

  it('of nothing is finished at once', () => assert.equal(plan([], complete).phase.name, 'finished'));

  it('reads the list first where the review had not all of it', () => {
    const run = plan(lines, { isComplete: false });
    assert.deepEqual(run.phase, { name: 'reading' });
    const [there, others] = [link(1, 'a'), link(9, 'c')];
    const { entries, phase } = reconcile(run, [there, others]);
    assert.deepEqual(
      entries.map(({ result }) => result),
      [{ name: 'there', link: there }, { name: 'waiting' }, { name: 'linked_already', link: others }],
    );
    assert.deepEqual(phase, { name: 'posting', index: 1 });
  });

  it('counts what came of it', () => {
    const run = next(after(made(1, 'a'), failed('conflict')), { type: 'stopped' });
    assert.deepEqual(progressOf(run), {
      all: 3,
      done: 2,
      created: 1,
      refused: 1,
      unknown: 1,
      there: 0,
      linked_already: 0,
      waiting: 0,
    });
  });
});

describe('a line that failed', () => {
  const expected: Record<ProblemCode, [result: string, phase: string]> = {
    conflict: ['refused', 'posting'],
    invalid_request: ['refused', 'posting'],
    not_allowed: ['refused', 'posting'],
    rate_limited: ['waiting', 'waiting'],
    unauthorized: ['waiting', 'paused'],
    forbidden: ['waiting', 'paused'],
    not_found: ['waiting', 'paused'],
    upstream_credentials: ['waiting', 'paused'],
    integration_conflict: ['waiting', 'paused'],
    misconfigured: ['waiting', 'paused'],
    network: ['unknown', 'paused'],
    invalid_response: ['unknown', 'paused'],
    upstream_unavailable: ['unknown', 'paused'],
    host_not_ready: ['unknown', 'paused'],
  };
  for (const code of problemCodes)
    it(`with ${code} is ${expected[code].join(', the run ')}`, () => {
      const run = after(failed(code));
      assert.deepEqual([results(run)[0], run.phase.name], expected[code]);
      assert.deepEqual(results(run).slice(1), ['waiting', 'waiting']);
    });

  it('says with which field, and leaves the next one alone', () => {
    const { entries, phase } = after(failed('invalid_request', { field: 'user_id' }));
    assert.deepEqual(entries[0]?.result, {
      name: 'refused',
      failure: { code: 'invalid_request', message: 'invalid_request', field: 'user_id' },
    });
    assert.deepEqual(phase, { name: 'posting', index: 1 });
  });

  it('says with what the run was paused', () => {
    const { phase } = after(made(1, 'a'), failed('unauthorized'));
    assert.deepEqual(phase, {
      name: 'paused',
      failure: { code: 'unauthorized', message: 'unauthorized' },
    });
  });
});

describe('too many requests', () => {
  it('wait as long as they were told, and post the same line', () => {
    const run = after(made(1, 'a'), failed('rate_limited', { retryAfter: 3000 }));
    assert.deepEqual(run.phase, { name: 'waiting', delay: 3000, then: 'post' });
    assert.deepEqual(next(run, { type: 'waited' }).phase, { name: 'posting', index: 1 });
  });

  it('wait ten seconds when they were not told', () => {
    const { phase } = after(failed('rate_limited'));
    assert.deepEqual(phase, { name: 'waiting', delay: 10_000, then: 'post' });
  });

  it('of the list wait, too', () => {
    const run = next(plan(lines, { isComplete: false }), failed('rate_limited'));
    assert.deepEqual(run.phase, { name: 'waiting', delay: 10_000, then: 'read' });
    assert.deepEqual(next(run, { type: 'waited' }).phase, { name: 'reading' });
  });
});

describe('a paused import', () => {
  const paused = after(made(1, 'a'), failed('network'));

  it('reads the list again before it posts anything', () => {
    assert.equal(resume(paused).phase.name, 'reading');
  });

  it('has made what is there now', () => {
    const lost = link(2, 'b');
    const run = reconcile(resume(paused), [link(1, 'a'), lost]);
    assert.deepEqual(run.entries[1]?.result, { name: 'created', link: lost });
    assert.deepEqual(run.entries[0], paused.entries[0]);
    assert.deepEqual(run.phase, { name: 'posting', index: 2 });
  });

  it('makes what is not', () => {
    assert.deepEqual(reconcile(resume(paused), [link(1, 'a')]).phase, { name: 'posting', index: 1 });
  });

  it('leaves alone what somebody else has by now', () => {
    const others = link(7, 'b');
    const run = reconcile(resume(paused), [others]);
    assert.deepEqual(run.entries[1]?.result, { name: 'linked_already', link: others });
  });

  it('is paused again when the list cannot be read', () => {
    const run = next(resume(paused), failed('unauthorized'));
    assert.equal(run.phase.name, 'paused');
    assert.deepEqual(run.entries, paused.entries);
  });

  it('does not take a list that it has not asked for', () => {
    assert.equal(reconcile(paused, []), paused);
  });
});

describe('a person who stops it', () => {
  const stop: Outcome = { type: 'stopped' };

  it('leaves open what was under way', () => {
    const run = after(made(1, 'a'), stop);
    assert.deepEqual(results(run), ['created', 'unknown', 'waiting']);
    assert.deepEqual(run.phase, { name: 'paused', failure: undefined });
  });

  it('hears no more of it', () => {
    const run = after(stop);
    for (const late of [made(1, 'a'), failed('conflict'), { type: 'waited' }, stop] as Outcome[])
      assert.deepEqual(next(run, late), run);
  });

  it('while it waits leaves nothing open', () => {
    const run = after(failed('rate_limited'), stop);
    assert.deepEqual(results(run), ['waiting', 'waiting', 'waiting']);
    assert.equal(run.phase.name, 'paused');
  });

  it('is too late at the end', () => {
    const run = after(made(1, 'a'), made(2, 'b'), made(3, 'c'), stop);
    assert.equal(run.phase.name, 'finished');
  });
});

describe('an outcome that nobody waits for', () => {
  it('changes nothing', () => {
    const run = plan(lines, { isComplete: false });
    assert.equal(next(run, made(1, 'a')), run);
    assert.deepEqual(next(plan(lines, complete), { type: 'waited' }), plan(lines, complete));
    const waiting = after(failed('rate_limited'));
    assert.equal(next(waiting, made(1, 'a')), waiting);
    assert.equal(resume(waiting), waiting);
  });
});
