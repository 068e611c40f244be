import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../../src/client/errors/problem-error.js';
import type { OnboardingAnswer, OnboardingsAnswer, ProxyClient } from '../../src/client/proxy-client.js';
import type { Channel, Message } from '../../src/controllers/channel.js';
import type { InTurn } from '../../src/controllers/turn.js';
import { createWatcher, type Follower } from '../../src/controllers/watcher.js';
import { onboarding, otherId, ourId } from '../contract/samples.js';

const url = new URL('https://app.example/edlink');
const thirdId = '5f0e3c1a-9b7d-4c55-8a51-0d9a5c9d1b33';
const problem = (code: 'not_found' | 'upstream_unavailable') => new ProblemError(url, code, { status: 404 });

/** A proxy that knows these onboardings; answers wait until `answer()` lets them go. */
function stage(known: string[] = [ourId, otherId, thirdId]) {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const faults = new Map<'list' | 'single', Error>();
  let stray: string | undefined;
  let state = 'created';
  const whenAllowed = async <Result>(signal: AbortSignal, result: () => Result): Promise<Result> => {
    await new Promise<void>((resolve, reject) => {
      waiting.push(resolve);
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
    return result();
  };
  const fail = (kind: 'list' | 'single') => {
    const fault = faults.get(kind);
    if (fault) throw fault;
  };
  const client = {
    readOnboarding: (id: string, fresh: boolean, signal: AbortSignal) => {
      asked.push(`${fresh ? 'fresh ' : ''}${id}`);
      return whenAllowed(signal, (): OnboardingAnswer => {
        fail('single');
        if (!known.includes(id)) throw problem('not_found');
        return { onboarding: onboarding({ id, state }), date: 1 };
      });
    },
    listOnboardings: ({ id = [] }: { id?: string[] }, fresh: boolean, signal: AbortSignal) => {
      asked.push(`${fresh ? 'fresh ' : ''}list of ${id.length}`);
      return whenAllowed(signal, (): OnboardingsAnswer => {
        fail('list');
        const ids = [...id.filter((one) => known.includes(one)), ...(stray ? [stray] : [])];
        return {
          onboardings: ids.map((one) => onboarding({ id: one })),
          next: undefined,
          can: undefined,
          date: 1,
        };
      });
    },
  } as unknown as ProxyClient;
  let at = 0;
  /** Of other tabs: what they were told, what they say, and whether one of them is asking. */
  const posted: Message[] = [];
  const listeners = new Set<(message: Message) => void>();
  const otherTabs = { areAsking: false };
  const channel: Channel = {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    post: (message) => posted.push(message),
  };
  const inTurn: InTurn = (_, ask) => (otherTabs.areAsking ? Promise.resolve(undefined) : ask());
  const watcher = createWatcher(url.href, { now: () => at, channel, inTurn });
  const heard: string[] = [];
  const { signal } = new AbortController();
  return {
    asked,
    heard,
    posted,
    listeners,
    otherTabs,
    otherTabSays: (message: Message) => {
      for (const listener of listeners) listener(message);
    },
    faults,
    watcher,
    client,
    pass: (milliseconds: number) => (at += milliseconds),
    completes: () => (state = 'completed'),
    strays: (id: string) => (stray = id),
    follow(...ids: string[]) {
      const follower: Follower = {
        ids: () => ids,
        hear: (answers) => {
          for (const { onboarding } of answers) if (ids.includes(onboarding.id)) heard.push(onboarding.id);
        },
        putOff: () => heard.push(`put off ${ids[0]}`),
        wake: () => heard.push(`wake ${ids[0]}`),
      };
      return watcher.follow(follower);
    },
    read: (id: string, fresh = false, by = signal) => watcher.read(client, id, fresh, by),
    /** Lets what is asked be answered, and what that leads to be asked. */
    async answer() {
      for (const let_go of waiting.splice(0)) let_go();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('the watcher', () => {
  it('asks singly for the only one', async () => {
    const { follow, read, answer, asked } = stage();
    follow(ourId);
    const reading = read(ourId, true);
    await answer();
    assert.equal((await reading)?.onboarding.id, ourId);
    assert.deepEqual(asked, [`fresh ${ourId}`]);
  });

  it('asks for all who wait at once, and tells them all', async () => {
    const { follow, read, answer, asked, heard } = stage();
    follow(ourId);
    follow(otherId);
    const reading = read(ourId);
    await answer();
    assert.equal((await reading)?.onboarding.id, ourId);
    assert.deepEqual(asked, ['list of 2']);
    assert.deepEqual(heard.sort(), [ourId, otherId].sort());
  });

  it('makes one question of those of a moment', async () => {
    const { follow, read, answer, asked, pass } = stage();
    follow(ourId);
    follow(otherId);
    const both = [read(ourId, true), read(otherId, true), read(otherId)];
    pass(499);
    both.push(read(otherId, true));
    await answer();
    assert.deepEqual(
      (await Promise.all(both)).map((one) => one?.onboarding.id),
      [ourId, otherId, otherId, otherId],
    );
    assert.deepEqual(asked, ['fresh list of 2']);
  });

  it('does not answer a signal from a question that is older, or from the proxy’s memory', async () => {
    const { follow, read, answer, asked, pass } = stage();
    follow(ourId);
    follow(otherId);
    const readings = [read(ourId), read(otherId, true)];
    pass(500);
    readings.push(read(ourId, true));
    await answer();
    await Promise.all(readings);
    assert.deepEqual(asked, ['list of 2', 'fresh list of 2', 'fresh list of 2']);
  });

  it('has one request for everybody up to the list’s cap, who waits for few first', async () => {
    const { follow, read, answer, asked, heard } = stage();
    const many = Array.from({ length: 80 }, () => crypto.randomUUID());
    follow(...many);
    follow(otherId);
    const reading = read(ourId);
    await answer();
    await reading;
    assert.deepEqual(asked, ['list of 50']);
    assert.deepEqual(heard, [otherId]);
  });

  it('asks singly what a list left out, and hands on why', async () => {
    const { follow, read, answer, asked } = stage([otherId]);
    follow(ourId);
    follow(otherId);
    const refused = assert.rejects(read(ourId), { code: 'not_found' });
    await answer();
    await answer();
    await refused;
    assert.deepEqual(asked, ['list of 2', ourId]);
  });

  it('finds out that a proxy has no lists, and asks singly from then on', async () => {
    for (const spoil of [
      ({ faults }: ReturnType<typeof stage>) => faults.set('list', problem('not_found')),
      ({ strays }: ReturnType<typeof stage>) => strays(crypto.randomUUID()),
    ]) {
      const scene = stage();
      spoil(scene);
      scene.follow(ourId);
      scene.follow(otherId);
      for (const _ of [1, 2]) {
        const reading = scene.read(ourId);
        await scene.answer();
        await scene.answer();
        assert.equal((await reading)?.onboarding.id, ourId);
      }
      assert.deepEqual(scene.asked, ['list of 2', ourId, ourId]);
      assert.deepEqual(scene.heard, [ourId, ourId], 'nothing of a list that is not ours was told');
    }
  });

  it('keeps asking for lists after an outage', async () => {
    const { follow, read, answer, asked, faults } = stage();
    follow(ourId);
    follow(otherId);
    faults.set('list', problem('not_found')).set('single', problem('upstream_unavailable'));
    const lost = assert.rejects(read(ourId), { code: 'upstream_unavailable' });
    await answer();
    await answer();
    await lost;
    faults.clear();
    const found = read(ourId);
    await answer();
    await found;
    assert.deepEqual(asked, ['list of 2', ourId, 'list of 2']);
  });

  it('gives a failure to who asked, and lets them alone who did not', async () => {
    const { follow, read, answer, asked, heard, faults } = stage();
    follow(ourId);
    follow(otherId);
    faults.set('list', problem('upstream_unavailable'));
    const refused = assert.rejects(read(ourId), { code: 'upstream_unavailable' });
    await answer();
    await refused;
    assert.deepEqual(asked, ['list of 2']);
    assert.deepEqual(heard, []);
  });

  it('goes on for the others when one who asked leaves', async () => {
    const { follow, read, answer } = stage();
    follow(ourId);
    follow(otherId);
    const leaving = new AbortController();
    const left = assert.rejects(read(ourId, false, leaving.signal), { name: 'AbortError' });
    const staying = read(otherId);
    leaving.abort();
    await left;
    await answer();
    assert.equal((await staying)?.onboarding.id, otherId);
  });

  it('drops its request when nobody is left', async () => {
    const { follow, read } = stage();
    const stop = [follow(ourId), follow(otherId)];
    const dropped = assert.rejects(read(ourId), { name: 'AbortError' });
    for (const one of stop) one();
    await dropped;
  });

  it('tells the rows of a page to who waits for them', async () => {
    const { watcher, client, follow, answer, heard } = stage();
    follow(ourId);
    const page = watcher.list(client, { id: [ourId, otherId] }, false, new AbortController().signal);
    await answer();
    assert.equal((await page).onboardings.length, 2);
    assert.deepEqual(heard, [ourId]);
  });
});

describe('the watcher among tabs', () => {
  it('says that it asks, and where', async () => {
    const { follow, read, answer, posted } = stage();
    follow(ourId);
    const readings = [read(ourId), read(ourId, true)];
    await answer();
    await Promise.all(readings);
    assert.deepEqual(posted, Array(2).fill({ type: 'asked', proxy: url.href }));
  });

  it('leaves a question of the net to the tab that is asking, and none that a signal asks', async () => {
    const { follow, read, answer, asked, otherTabs } = stage();
    follow(ourId);
    otherTabs.areAsking = true;
    assert.equal(await read(ourId), undefined);
    assert.deepEqual(asked, []);
    const reading = read(ourId, true);
    await answer();
    assert.equal((await reading)?.onboarding.id, ourId);
  });

  it('needs no turn for what this page is asking already', async () => {
    const { follow, read, answer, asked, otherTabs } = stage();
    follow(ourId);
    follow(otherId);
    const first = read(ourId);
    otherTabs.areAsking = true;
    const second = read(otherId);
    await answer();
    assert.deepEqual([(await first)?.onboarding.id, (await second)?.onboarding.id], [ourId, otherId]);
    assert.deepEqual(asked, ['list of 2']);
  });

  it('puts off its followers when another tab asks at the same proxy', () => {
    const { follow, heard, otherTabSays } = stage();
    follow(ourId);
    otherTabSays({ type: 'asked', proxy: 'https://app.example/other' });
    otherTabSays({ type: 'nonsense', proxy: url.href });
    otherTabSays({ type: 'asked', proxy: url.href });
    assert.deepEqual(heard, [`put off ${ourId}`]);
  });

  it('tells of a completion that is waited for, and wakes who waits for it', async () => {
    const { follow, read, answer, posted, heard, completes, otherTabSays } = stage();
    follow(ourId);
    completes();
    const readings = [read(ourId), read(otherId)];
    await answer();
    await answer();
    await Promise.all(readings);
    assert.deepEqual(
      posted.filter(({ type }) => type === 'completed'),
      [{ type: 'completed', id: ourId }],
    );
    heard.length = 0;
    otherTabSays({ type: 'completed', id: otherId });
    otherTabSays({ type: 'completed', id: ourId });
    assert.deepEqual(heard, [`wake ${ourId}`]);
  });

  it('listens as long as somebody follows', () => {
    const { follow, listeners } = stage();
    const stop = [follow(ourId), follow(otherId)];
    assert.equal(listeners.size, 1);
    for (const one of stop) one();
    assert.equal(listeners.size, 0);
  });
});
