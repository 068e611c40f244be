import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, simulatorDefaults } from '../../src/simulator/index.js';
import { call, createBody, createTimedSimulator, onboardingsPath } from './calling.js';

const threeDays = 259_200_000;

describe('POST onboardings', () => {
  test('keeps what it was given', async () => {
    const { simulator } = createTimedSimulator();
    const body = {
      ...createBody,
      provider_id: simulatorDefaults.canvasId,
      redirect_uri: 'https://vendor.example/return?x=1',
      expiration_date: '2026-09-02T08:00:00.123Z',
      automatic_approval: true,
      color: 'ignored',
    };
    const { object } = await call(simulator.fetch, 'POST', onboardingsPath, { body });
    const { color: _, ...kept } = body;
    const { id, ...rest } = object;
    assert.deepEqual(rest, { ...kept, state: 'created', user_id: null, team_id: null, integration_id: null });
    assert.equal(simulator.onboardings[0]?.id, id);
  });

  const rows: [title: string, body: unknown, code: string][] = [
    ['no application', {}, 'MISSING_REQUIRED_FIELD'],
    ['an unknown application', { application_id: crypto.randomUUID() }, 'NO_PERMISSION'],
    ['an unknown provider', { ...createBody, provider_id: crypto.randomUUID() }, 'UNKNOWN_PROVIDER'],
    ['a district, unverified', { ...createBody, team_id: crypto.randomUUID() }, 'NO_PERMISSION'],
    ['a date that is none', { ...createBody, expiration_date: 'soon' }, 'INVALID_REQUEST_BODY'],
    [
      'a date in the past',
      { ...createBody, expiration_date: '2001-01-01T00:00:00Z' },
      'INVALID_REQUEST_BODY',
    ],
    ['a redirect that is no URL', { ...createBody, redirect_uri: '/return' }, 'INVALID_REQUEST_BODY'],
    ['text that is no JSON', '{"application_id', 'INVALID_REQUEST_BODY'],
  ];
  for (const [title, body, code] of rows) {
    test(`${title}: ${code}`, async () => {
      const simulator = createSimulator();
      assert.equal((await call(simulator.fetch, 'POST', onboardingsPath, { body })).code, code);
      assert.deepEqual(simulator.onboardings, []);
    });
  }

  test('teamVerified lets a district be named', async () => {
    const simulator = createSimulator({ teamVerified: true });
    const body = { ...createBody, team_id: crypto.randomUUID() };
    const { object } = await call(simulator.fetch, 'POST', onboardingsPath, { body });
    assert.equal(object.team_id, body.team_id);
  });

  test('redirectOrigins compares origins', async () => {
    const simulator = createSimulator({ redirectOrigins: ['https://vendor.example'] });
    const codeFor = async (redirect_uri: string) =>
      (await call(simulator.fetch, 'POST', onboardingsPath, { body: { ...createBody, redirect_uri } })).code;
    assert.equal(await codeFor('https://vendor.example/return'), undefined);
    assert.equal(await codeFor('https://vendor.example.evil/return'), 'INVALID_REQUEST_BODY');
  });
});

describe('$idempotency', () => {
  const post = (fetch: ReturnType<typeof createSimulator>['fetch'], key: string) =>
    call(fetch, 'POST', `${onboardingsPath}?$idempotency=${key}`, { body: createBody });

  test('honoured: the same key gives the same onboarding for thirty days', async () => {
    const { simulator, clock } = createTimedSimulator({ honoursIdempotency: true });
    const first = await post(simulator.fetch, 'a');
    assert.equal((await post(simulator.fetch, 'a')).object.id, first.object.id);
    assert.notEqual((await post(simulator.fetch, 'b')).object.id, first.object.id);
    clock.now += 10 * threeDays;
    assert.notEqual((await post(simulator.fetch, 'a')).object.id, first.object.id);
    assert.equal((await post(simulator.fetch, 'a'.repeat(256))).code, 'IDEMPOTENCY_KEY_TOO_LONG');
  });

  test('ignored: every POST makes one', async () => {
    const simulator = createSimulator();
    await post(simulator.fetch, 'a');
    await post(simulator.fetch, 'a');
    assert.equal(simulator.onboardings.length, 2);
  });
});
