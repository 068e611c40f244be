import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAsking } from '../../src/controllers/asking.js';
import type { Failure } from '../../src/onboarding/state.js';

/** A clock that stands still until it is moved, and a server that answers at once. */
function stage() {
  let at = 0;
  let timer: { run: () => void; due: number } | undefined;
  const asked: { at: number; fresh: boolean }[] = [];
  const failures: Partial<Failure>[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const asking = createAsking(
    (fresh) => {
      asked.push({ at, fresh });
      return Promise.resolve(failures.shift() as Failure | undefined);
    },
    {
      now: () => at,
      random: () => 0.5,
      setTimer: (run, delay) => {
        timer = { run, due: at + delay };
        return 1;
      },
      clearTimer: () => {
        timer = undefined;
      },
    },
  );
  /** Lets so many milliseconds pass, with all that becomes due in them. */
  const pass = async (milliseconds: number) => {
    const end = at + milliseconds;
    await settle();
    while (timer && timer.due <= end) {
      at = timer.due;
      const { run } = timer;
      timer = undefined;
      run();
      await settle();
    }
    at = end;
  };
  return { asking, asked, failures, pass, times: () => asked.map(({ at }) => at) };
}

const minute = 60_000;

describe('asking about a list', () => {
  it('begins at once, and doubles its waits up to half an hour', async () => {
    const { asking, times, pass } = stage();
    asking.begin();
    await pass(4 * 60 * minute);
    const gaps = times().map((at, index) => at - (times()[index - 1] ?? 0));
    assert.deepEqual(gaps.slice(0, 4), [0, 15_000, 30_000, 60_000]);
    assert.equal(gaps.at(-1), 30 * minute);
  });

  it('asks afresh when somebody comes back, a moment later, and shortens the waits', async () => {
    const { asking, asked, pass } = stage();
    asking.begin();
    await pass(60 * minute);
    const before = asked.length;
    asking.heed(false);
    asking.heed(false);
    await pass(3 * minute);
    assert.deepEqual(asked.slice(before), [{ at: 60 * minute + 500, fresh: true }]);
    await pass(minute + 1000);
    assert.equal(asked.length, before + 2);
  });

  it('climbs the ladder after the return page’s message, once a minute', async () => {
    const { asking, asked, pass } = stage();
    asking.begin();
    await pass(5000);
    asking.heed(true);
    await pass(10_000);
    assert.deepEqual(
      asked.slice(1).map(({ at, fresh }) => [at, fresh]),
      [5500, 6000, 7000, 9000, 13_000].map((at) => [at, true]),
    );
    const before = asked.length;
    asking.heed(true);
    await pass(600);
    assert.equal(asked.length, before);
  });

  it('is put off by what somebody else was told, a signal too', async () => {
    const { asking, times, pass } = stage();
    asking.begin();
    for (let heard = 0; heard < 20; heard++) {
      await pass(14_000);
      asking.heard();
    }
    assert.deepEqual(times(), [0]);
    asking.heed(false);
    await pass(100);
    asking.heard();
    await pass(14_000);
    assert.deepEqual(times(), [0]);
    await pass(1000);
    assert.equal(times().length, 2);
  });

  it('is put off by another tab, but not for ever, and not where somebody has just come back', async () => {
    const { asking, times, pass } = stage();
    asking.begin();
    for (let told = 0; told < 10; told++) {
      await pass(10_000);
      asking.putOff();
    }
    const puts = times();
    assert.equal(puts[0], 0);
    await pass(60 * minute);
    assert.ok(times().length > puts.length);
    const before = times().length;
    asking.heed(false);
    asking.putOff();
    await pass(1000);
    assert.equal(times().length, before + 1);
  });

  it('obeys Retry-After, also when somebody comes back', async () => {
    const { asking, failures, times, pass } = stage();
    failures.push({ code: 'rate_limited', retryAfter: 5 * minute });
    asking.begin();
    await pass(1000);
    asking.refresh();
    await pass(5 * minute - 1001);
    assert.deepEqual(times(), [0]);
    await pass(1);
    assert.deepEqual(times(), [0, 5 * minute]);
  });

  it('waits for the person where only they can help, and for nobody after its end', async () => {
    const { asking, failures, times, pass } = stage();
    failures.push({ code: 'unauthorized' });
    asking.begin();
    await pass(60 * minute);
    assert.deepEqual(times(), [0]);
    asking.heed(false);
    await pass(1000);
    assert.equal(times().length, 2);
    asking.end();
    asking.heed(false);
    asking.refresh();
    asking.heard();
    asking.hasten();
    await pass(60 * minute);
    assert.equal(times().length, 2);
  });

  it('asks soon again when something is new', async () => {
    const { asking, times, pass } = stage();
    asking.begin();
    await pass(3 * 60 * minute);
    const before = times().length;
    asking.hasten();
    await pass(15_000);
    assert.equal(times().length, before + 1);
  });
});
