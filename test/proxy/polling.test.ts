import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createProxy } from '../../src/proxy/index.js';
import { call } from './calling.js';
import { providers, serve, setStage, type Stage } from './stage.js';

const path = '/edlink/onboardings';
const fresh = { headers: { 'Cache-Control': 'no-cache' } };
const people = ['anna', 'ben', 'staff'];

interface Waiting {
  as: string;
  id: string;
}

/** Twelve onboardings of three tenants, whose creation is no longer fresh in the proxy's memory. */
async function createTwelve({ create, clock }: Stage): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const as of people) {
    for (const provider_id of providers) {
      waiting.push({ as, id: (await create({ as, body: { provider_id } })).onboarding.id });
    }
  }
  clock.passed += 6_000;
  return waiting;
}

async function setTwelve(context: TestContext) {
  const stage = await setStage(context);
  const waiting = await createTwelve(stage);
  const { log, counts } = stage.simulator.requests;
  return {
    ...stage,
    waiting,
    pollAll: () => Promise.all(waiting.map(({ as, id }) => stage.call('GET', `${path}/${id}`, { as }))),
    /** Calls of Edlink since the twelve creations. */
    asked: () => ({ list: counts.list, read: counts.read, all: log.length - waiting.length }),
  };
}

describe('who waits', () => {
  test('is answered from one list, however many there are', async (context) => {
    const { pollAll, asked, clock, waiting } = await setTwelve(context);
    const answers = await pollAll();
    assert.deepEqual(
      answers.map(({ status, onboarding }) => [status, onboarding.id]),
      waiting.map(({ id }) => [200, id]),
    );
    await pollAll();
    assert.deepEqual(asked(), { list: 1, read: 0, all: 1 });
    clock.passed += 6_000;
    await pollAll();
    assert.deepEqual(asked(), { list: 2, read: 0, all: 2 });
  });

  test('alone is answered with the one', async (context) => {
    const { create, call, simulator, clock } = await setStage(context);
    const { id } = (await create()).onboarding;
    clock.passed += 6_000;
    await call('GET', `${path}/${id}`);
    assert.deepEqual([simulator.requests.counts.list, simulator.requests.counts.read], [0, 1]);
  });

  test('shares a list and not what is in it', async (context) => {
    const { pollAll, call, waiting } = await setTwelve(context);
    await pollAll();
    for (const { as, id } of waiting.filter(({ as }) => as !== 'staff')) {
      const other = as === 'anna' ? 'ben' : 'anna';
      assert.equal((await call('GET', `${path}/${id}`, { as: other })).status, 404);
    }
  });

  test('sees a completion, and the host hears of it first', async (context) => {
    const told: string[] = [];
    const stage = await setStage(context, { onConnected: ({ onboarding_id }) => told.push(onboarding_id) });
    const [first] = await createTwelve(stage);
    stage.simulator.complete(first!.id);
    const { onboarding } = await stage.call('GET', `${path}/${first!.id}`);
    assert.equal(onboarding.state, 'completed');
    assert.deepEqual(told, [first!.id]);
  });

  test('reads one that is not in the list singly, and a 404 is a 404', async (context) => {
    const { simulator, call, clock, waiting, asked, pollAll } = await setTwelve(context);
    const { as, id } = waiting[0]!;
    await pollAll();
    simulator.configure({ faults: [{ kind: 'edlink-error', on: 'read', code: 'NOT_FOUND' }] });
    assert.equal((await call('DELETE', `${path}/${id}`, { as })).status, 204);
    assert.equal((await call('GET', `${path}/${id}`, { as })).status, 404, 'although the list has it');
    clock.passed += 6_000;
    const answers = await pollAll();
    assert.deepEqual(
      answers.map(({ status }) => status),
      waiting.map((one) => (one.id === id ? 404 : 200)),
    );
    assert.deepEqual([asked().list, asked().read], [2, 2]);
  });

  test('and wants to know for certain is asked for singly', async (context) => {
    const { simulator, call, waiting, asked, pollAll } = await setTwelve(context);
    await pollAll();
    const { as, id } = waiting[0]!;
    simulator.complete(id);
    assert.equal((await call('GET', `${path}/${id}`, { as })).onboarding.state, 'created');
    assert.equal((await call('GET', `${path}/${id}`, { as, ...fresh })).onboarding.state, 'completed');
    assert.equal((await call('GET', `${path}/${id}`, { as })).onboarding.state, 'completed');
    assert.deepEqual(asked(), { list: 1, read: 1, all: 2 });
  });

  test('pages through its own list at the price of one', async (context) => {
    const { call, asked } = await setTwelve(context);
    const { list } = await call('GET', path, { as: 'anna' });
    assert.equal(list.$data.length, providers.length);
    assert.deepEqual(asked(), { list: 1, read: 0, all: 1 });
  });
});

describe('trouble', () => {
  test('with the list alone: a few are read at a time, and nobody notices', async (context) => {
    const { simulator, pollAll, asked, waiting } = await setTwelve(context);
    simulator.configure({ faults: [{ kind: 'html-500', on: 'list' }] });
    assert.ok((await pollAll()).every(({ status }) => status === 200));
    assert.deepEqual(asked(), { list: 1, read: waiting.length, all: waiting.length + 1 });
  });

  test('with everything: a few questions, and then none until the interval is over', async (context) => {
    const { simulator, pollAll, asked, clock } = await setTwelve(context);
    simulator.configure({ faults: [{ kind: 'html-502' }] });
    for (const _ of [1, 2, 3]) {
      for (const { status, problem } of await pollAll()) {
        assert.deepEqual([status, problem.code], [502, 'upstream_unavailable']);
      }
    }
    assert.ok(asked().list === 1 && asked().read <= 4, JSON.stringify(asked()));
    simulator.configure({ faults: [] });
    clock.passed += 6_000;
    assert.ok((await pollAll()).every(({ status }) => status === 200));
  });

  test('with the rate: nobody asks any more until it is over', async (context) => {
    const { simulator, pollAll, asked, clock } = await setTwelve(context);
    simulator.configure({ faults: [{ kind: 'rate-limit', on: 'list', times: 1, seconds: 60 }] });
    for (const passed of [0, 30_000]) {
      clock.passed += passed;
      for (const { status, headers } of await pollAll()) {
        assert.equal(status, 429);
        assert.ok(Number(headers['retry-after']) <= 60);
      }
    }
    assert.equal(asked().all, 1);
    clock.passed += 31_000;
    assert.ok((await pollAll()).every(({ status }) => status === 200));
  });
});

describe('what one process has shown', () => {
  /** Two that share a store, without sharing what they know of Edlink; the second has read its list. */
  async function setTwo(context: TestContext) {
    const stage = await setStage(context);
    const url = await serve(context, createProxy(stage.options));
    const ask = (as: string, id: string) => call(url, 'GET', `${path}/${id}`, { as });
    const ids = [];
    for (const as of ['anna', 'ben']) ids.push((await stage.create({ as })).onboarding.id);
    const [ours, theirs] = ids as [string, string];
    for (const [as, id] of [
      ['anna', ours],
      ['ben', theirs],
    ] as const) {
      assert.equal((await ask(as, id)).onboarding.state, 'created');
    }
    return { ...stage, ask, ours, theirs };
  }

  test('completed is not begun in another one’s list', async (context) => {
    const { call: first, ask, ours, theirs, simulator } = await setTwo(context);
    const { counts } = simulator.requests;
    const { integration_id } = simulator.complete(ours);
    assert.equal((await first('GET', `${path}/${ours}`, fresh)).onboarding.state, 'completed');
    assert.deepEqual([counts.list, counts.read], [1, 1]);
    assert.equal((await ask('anna', ours)).onboarding.state, 'completed');
    assert.equal((await ask('anna', ours)).onboarding.state, 'completed');
    assert.deepEqual([counts.list, counts.read], [1, 2], 'and is asked for once');
    simulator.complete(theirs, { integrationId: integration_id! });
    const conflict = await first('GET', `${path}/${theirs}`, { ...fresh, as: 'ben' });
    assert.equal(conflict.problem.code, 'integration_conflict');
    assert.equal((await ask('ben', theirs)).problem.code, 'integration_conflict');
  });
});
