import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProxy } from '../../src/proxy/index.js';
import type { SimulatorSettingsPatch } from '../../src/simulator/index.js';
import { call as callAt, newKey } from './calling.js';
import { createAtEdlink, serve, setStage } from './stage.js';

const path = '/edlink/onboardings';
const edlink = { timeout: 400 };
type Faults = NonNullable<SimulatorSettingsPatch['faults']>;

describe('a lost answer after the upstream has committed', () => {
  const losses: Faults = [
    { kind: 'drop-after-commit', on: 'create', times: 1 },
    { kind: 'hang', on: 'create', times: 1 },
    { kind: 'cut', on: 'create', times: 1 },
    { kind: 'truncate', on: 'create', times: 1 },
    { kind: 'non-json', on: 'create', times: 1 },
    { kind: 'huge', on: 'create', times: 1, bytes: 200_000 },
    { kind: 'huge', on: 'create', times: 1, bytes: 20_000_000, gzip: true },
    { kind: 'slow-bytes', on: 'create', times: 1, milliseconds: 100 },
    { kind: 'html-500', on: 'create', times: 1, committed: true },
    { kind: 'html-504', on: 'create', times: 1, committed: true },
    { kind: 'html-200', on: 'create', times: 1, committed: true },
    { kind: 'override', on: 'create', times: 1, fields: { id: 'x' } },
    { kind: 'override', on: 'create', times: 1, fields: { application_id: crypto.randomUUID() } },
  ];
  for (const fault of losses) {
    test(`${fault.kind} ${JSON.stringify({ ...fault, kind: undefined })}: adopted by its date`, async (context) => {
      const { create, call, simulator } = await setStage(
        context,
        { edlink },
        { faults: [fault], pageSize: 1 },
      );
      const key = newKey();
      const made = await create({ key });
      assert.equal(simulator.onboardings.length, 1);
      assert.equal(made.onboarding.id, simulator.onboardings[0]?.id);
      assert.equal((await call('POST', path, { body: {}, key })).onboarding.id, made.onboarding.id);
    });
  }

  for (const status of [408, 409, 425, 499]) {
    test(`${status}, which may come from a gateway: adopted by its date`, async (context) => {
      const { create, simulator } = await setStage(context, {
        fetch: async (url, init) => {
          const answer = await fetch(url, init);
          return init?.method === 'POST' ? new Response('<html>', { status }) : answer;
        },
      });
      const { id } = (await create()).onboarding;
      assert.deepEqual(
        simulator.onboardings.map((one) => one.id),
        [id],
      );
    });
  }

  test('and the list fails too: the next attempt looks first', async (context) => {
    const faults: Faults = [
      { kind: 'drop-after-commit', on: 'create', times: 1 },
      { kind: 'html-500', on: 'list', times: 1 },
    ];
    const { call, create, simulator } = await setStage(context, { edlink }, { faults });
    const key = newKey();
    const lost = await call('POST', path, { body: {}, key });
    assert.deepEqual(
      [lost.status, lost.problem.code, lost.headers['retry-after']],
      [502, 'upstream_unavailable', '2'],
    );
    await create({ key });
    assert.equal(simulator.onboardings.length, 1);
    assert.equal(simulator.requests.counts.create, 1);
  });

  test('and another key asks next: the same onboarding is found for it', async (context) => {
    const faults: Faults = [
      { kind: 'drop-after-commit', on: 'create', times: 1 },
      { kind: 'html-500', on: 'list', times: 1 },
    ];
    const { call, create, simulator } = await setStage(context, { edlink }, { faults });
    await call('POST', path, { body: {} });
    await create();
    assert.equal(simulator.onboardings.length, 1);
  });

  test('that commits only after the time-out is found by the next attempt', async (context) => {
    const faults: Faults = [{ kind: 'slow', on: 'create', times: 1, milliseconds: 700 }];
    const { call, create, simulator } = await setStage(context, { edlink }, { faults });
    const key = newKey();
    const lost = await call('POST', path, { body: {}, key });
    assert.deepEqual([lost.status, lost.headers['retry-after']], [504, '2']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const made = await create({ key });
    assert.deepEqual(
      simulator.onboardings.map(({ id }) => id),
      [made.onboarding.id],
    );
  });
});

describe('a lost answer before the upstream has committed', () => {
  for (const kind of ['drop', 'html-502', 'redirect'] as const) {
    test(`${kind}: the next attempt creates, with another date`, async (context) => {
      const { call, create, simulator } = await setStage(
        context,
        { edlink },
        { faults: [{ kind, on: 'create', times: 1 }] },
      );
      const key = newKey();
      const lost = await call('POST', path, { body: {}, key });
      assert.deepEqual([lost.status, lost.problem.code], [502, 'upstream_unavailable']);
      await create({ key });
      assert.equal(simulator.onboardings.length, 1);
      const posts = simulator.requests.log.filter(({ operation }) => operation === 'create');
      assert.notEqual(posts[0]?.body, posts[1]?.body);
    });
  }

  test('another onboarding with nearly the same date is never adopted', async (context) => {
    const fixed = Date.now();
    const faults: Faults = [{ kind: 'drop', on: 'create', times: 1 }];
    const { call, create, simulator } = await setStage(context, { now: () => fixed, edlink });
    const dates = [-1, 1].map((off) => new Date(fixed + off + 72 * 3_600_000).toISOString());
    const foreign = await Promise.all(
      dates.map((expiration_date) => createAtEdlink(simulator, { expiration_date })),
    );
    simulator.configure({ faults });
    const key = newKey();
    assert.equal((await call('POST', path, { body: {}, key })).status, 502);
    assert.ok(!foreign.includes((await create({ key })).onboarding.id));
  });
});

describe('two proxies on one store', () => {
  test('the second waits for the first one’s onboarding, or says when to come back', async (context) => {
    const faults: Faults = [{ kind: 'slow-answer', on: 'create', times: 1, milliseconds: 4_000 }];
    const { call, simulator, options } = await setStage(context, {}, { faults });
    const other = await serve(context, createProxy(options));
    const key = newKey();
    const first = call('POST', path, { body: {}, key });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = await callAt(other, 'POST', path, { body: {}, key });
    assert.deepEqual([second.status, second.headers['retry-after']], [503, '1']);
    const made = await first;
    assert.equal(made.status, 201);
    assert.equal((await callAt(other, 'POST', path, { body: {}, key })).onboarding.id, made.onboarding.id);
    assert.equal(simulator.onboardings.length, 1);
  });
});

test('another tenant’s of the same date, which is forgotten by now, is not taken for a lost one', async (context) => {
  const { create, call, simulator, proxy, clock } = await setStage(context, {
    allow: ['expiration_date'],
    retention: 60_000,
  });
  const body = { expiration_date: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString() };
  const { id } = (await create({ body })).onboarding;
  simulator.complete(id);
  clock.passed += 10_000;
  assert.equal((await proxy.sweep()).connected, 1);
  clock.passed += 120_000;
  assert.equal((await proxy.sweep()).forgotten, 1);
  simulator.configure({ faults: [{ kind: 'drop', on: 'create', times: 1 }] });
  const key = newKey();
  const asked = { as: 'ben', body, key };
  assert.equal((await call('POST', path, asked)).problem.code, 'upstream_unavailable');
  const answer = await call('POST', path, asked);
  assert.equal(answer.status, 201);
  assert.notEqual(answer.onboarding.id, id);
});
