import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Onboarding } from '../../src/contract/onboarding.js';
import type { Edlink } from '../../src/proxy/edlink.js';
import { ProxyFailure, UpstreamFailure } from '../../src/proxy/failure.js';
import { takeShared } from '../../src/proxy/shared-snapshots.js';
import { createSnapshots, interval, takeSnapshot, type Taken } from '../../src/proxy/snapshots.js';
import type { SharedMemory } from '../../src/proxy/store.js';

const uuid = () => crypto.randomUUID();
const some = (id: string): Onboarding => ({
  id,
  state: 'created',
  redirect_uri: null,
  expiration_date: null,
  automatic_approval: null,
  application_id: null,
  provider_id: null,
  user_id: null,
  team_id: null,
  integration_id: null,
});

/** A team whose list has so many pages of one row. */
function teamOf(pages: number) {
  const cursors: (string | undefined)[] = [];
  const list: Edlink['list'] = ({ cursor }) => {
    cursors.push(cursor);
    const next = cursors.length < pages ? { cursor: `${cursors.length}` } : {};
    return Promise.resolve({ onboardings: [some(uuid())], ...next });
  };
  return { edlink: { list } as Edlink, cursors };
}

const unhurried = { now: () => 0, patience: 1 };

describe('a snapshot', () => {
  for (const pages of [1, 2, 7]) {
    test(`of ${pages} pages lasts ${pages} intervals, so that it is one request an interval`, async () => {
      const { edlink, cursors } = teamOf(pages);
      const { snapshot, lifetime } = await takeSnapshot(edlink, {}, unhurried);
      assert.deepEqual([snapshot.size, cursors.length, lifetime], [pages, pages, pages * interval]);
    });
  }

  test('ends at ten pages, also when the list does not', async () => {
    const { edlink, cursors } = teamOf(Infinity);
    assert.equal((await takeSnapshot(edlink, {}, unhurried)).lifetime, 10 * interval);
    assert.equal(cursors.length, 10);
  });

  test('of slow pages ends when it has taken long enough: its turn among the processes ends, too', async () => {
    const { edlink, cursors } = teamOf(Infinity);
    const now = () => cursors.length * 4_000;
    assert.equal((await takeSnapshot(edlink, {}, { now, patience: 10_000 })).lifetime, 3 * interval);
    assert.equal(cursors.length, 3);
  });
});

describe('snapshots of one process', () => {
  test('share a failure for an interval, but not one of the host’s', async () => {
    let [now, calls] = [0, 0];
    let failure: Error & { code: string } = new ProxyFailure('upstream_unavailable');
    const fail = () => {
      calls++;
      return Promise.reject<Taken>(failure);
    };
    const { latest } = createSnapshots(fail, () => now);
    const ask = () => assert.rejects(latest({}), { code: failure.code });
    await Promise.all([ask(), ask()]);
    now = interval - 1;
    await ask();
    assert.equal(calls, 1);
    now = interval;
    failure = new ProxyFailure('host_not_ready');
    await ask();
    await ask();
    assert.equal(calls, 3);
    now += interval;
    failure = Object.assign(new Error('a token function that throws'), { code: 'ENOENT' });
    await ask();
    await ask();
    assert.equal(calls, 5);
  });

  test('tell who asked and who shared', async () => {
    const taken: Taken = { snapshot: new Map(), lifetime: interval };
    const { latest } = createSnapshots(
      (trace) => {
        trace.upstreamRequestId = 'r';
        return Promise.resolve(taken);
      },
      () => 0,
    );
    const traces = [{}, {}];
    for (const trace of traces) await latest(trace);
    assert.deepEqual(traces, [{ upstreamRequestId: 'r' }, { upstreamRequestId: 'r', isCached: true }]);
  });
});

/** What a store for many processes has, without the store. */
function createShared(): SharedMemory & { entries: Map<string, { text: string; until: number }> } {
  const entries = new Map<string, { text: string; until: number }>();
  const find = (name: string) => {
    const entry = entries.get(name);
    return entry && entry.until > Date.now() ? entry : undefined;
  };
  return {
    entries,
    get: (name) => {
      const entry = find(name);
      return Promise.resolve(entry ? { text: entry.text, lifetime: entry.until - Date.now() } : null);
    },
    put: (name, text, lifetime) => {
      entries.set(name, { text, until: Date.now() + lifetime });
      return Promise.resolve();
    },
    take: (name, text, lifetime) => {
      if (find(name)) return Promise.resolve(false);
      entries.set(name, { text, until: Date.now() + lifetime });
      return Promise.resolve(true);
    },
    drop: (name, text) => {
      if (find(name)?.text === text) entries.delete(name);
      return Promise.resolve();
    },
  };
}

describe('a snapshot of several processes', () => {
  const id = uuid();
  const sharingOf = (shared: SharedMemory, take: () => Promise<Taken>) => ({
    shared,
    take,
    randomUuid: uuid,
    longestTurn: 300,
    longestWait: 1_000,
  });
  const slowly = (calls: { count: number }) => async (): Promise<Taken> => {
    calls.count++;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { snapshot: new Map([[id, some(id)]]), lifetime: interval };
  };

  test('is taken by one of them, and is the same for all', async () => {
    const shared = createShared();
    const calls = { count: 0 };
    const all = await Promise.all(
      Array.from({ length: 8 }, () => takeShared(sharingOf(shared, slowly(calls)), {})),
    );
    assert.equal(calls.count, 1);
    for (const { snapshot, lifetime } of all) {
      assert.deepEqual(snapshot.get(id), some(id));
      assert.ok(lifetime > 0 && lifetime <= interval);
    }
  });

  test('is taken by another one when the first has died in its turn', async () => {
    const shared = createShared();
    await shared.take('snapshot-turn', 'dead', 300);
    const calls = { count: 0 };
    await takeShared(sharingOf(shared, slowly(calls)), {});
    assert.equal(calls.count, 1);
  });

  test('is not waited for without end', async () => {
    const shared = createShared();
    await shared.take('snapshot-turn', 'slow', 60_000);
    const calls = { count: 0 };
    await assert.rejects(takeShared({ ...sharingOf(shared, slowly(calls)), longestWait: 300 }, {}), {
      code: 'upstream_unavailable',
      status: 503,
    });
    assert.equal(calls.count, 0);
  });

  test('fails for all when Edlink does, with its code and its pause', async () => {
    const shared = createShared();
    let calls = 0;
    const take = () => {
      calls++;
      return Promise.reject<Taken>(new UpstreamFailure('refused', 'rate_limited', { retryAfter: 7 }));
    };
    for (const _ of [1, 2]) {
      await assert.rejects(takeShared(sharingOf(shared, take), {}), {
        code: 'rate_limited',
        notes: { retryAfter: 7 },
      });
    }
    assert.equal(calls, 1);
  });

  test('is not shared when it is the host that fails', async () => {
    const shared = createShared();
    const take = () => Promise.reject<Taken>(new ProxyFailure('host_not_ready'));
    await assert.rejects(takeShared(sharingOf(shared, take), {}), { code: 'host_not_ready' });
    assert.equal(shared.entries.size, 0);
  });

  for (const text of ['', '{', '[]', '{"onboardings":[{"id":1}]}', '{"failure":{"code":"no"}}']) {
    test(`is taken anew when what is there is ${text || 'empty'}`, async () => {
      const shared = createShared();
      await shared.put('snapshot', text, interval);
      const calls = { count: 0 };
      await takeShared(sharingOf(shared, slowly(calls)), {});
      assert.equal(calls.count, 1);
    });
  }
});
