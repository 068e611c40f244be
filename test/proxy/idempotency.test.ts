import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProxy } from '../../src/proxy/index.js';
import { call as callAt, newKey } from './calling.js';
import { canvasId, newBody, page, serve, setStage } from './stage.js';

const path = '/edlink/onboardings';

describe('an idempotency key', () => {
  test('gives the same onboarding again: 201, then 200', async (context) => {
    const { create, call, simulator } = await setStage(context);
    const key = newKey();
    const first = await create({ key });
    const again = await call('POST', path, { body: {}, key });
    assert.deepEqual([again.status, again.text], [200, first.text]);
    assert.equal(simulator.requests.counts.create, 1);
  });

  test('at the same moment gives one', async (context) => {
    const { call, simulator } = await setStage(context);
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('POST', path, { body: {}, key })));
    assert.equal(new Set(answers.map(({ onboarding }) => onboarding.id)).size, 1);
    assert.equal(simulator.onboardings.length, 1);
  });

  test('at the same moment in two proxies on one store gives one', async (context) => {
    const slow = { faults: [{ kind: 'slow-answer', on: 'create', milliseconds: 300 }] as const };
    const { call, simulator, options } = await setStage(context, {}, { faults: [...slow.faults] });
    const other = await serve(context, createProxy(options));
    for (const keys of [[newKey()], [newKey(), newKey()]]) {
      const answers = await Promise.all([
        call('POST', path, { body: { provider_id: canvasId }, key: keys[0] as string }),
        callAt(other, 'POST', path, { body: { provider_id: canvasId }, key: keys.at(-1) as string }),
      ]);
      assert.ok(answers.every(({ status }) => status < 300));
      assert.equal(answers[0].onboarding.id, answers[1].onboarding.id);
    }
    assert.equal(simulator.onboardings.length, 1);
  });

  test('with another body is 422, also while the first is under way', async (context) => {
    const { create, call } = await setStage(context);
    const key = newKey();
    const [first, other] = await Promise.all([
      create({ key }),
      new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
        call('POST', path, { body: { provider_id: canvasId }, key }),
      ),
    ]);
    assert.deepEqual([other.status, other.problem.field], [422, 'Idempotency-Key']);
    assert.equal((await call('POST', path, { body: {}, key })).onboarding.id, first.onboarding.id);
  });

  test('does not care for the order of the members', async (context) => {
    const { create, call } = await setStage(context);
    const key = newKey();
    const redirect_uri = `${page}/return.html`;
    await create({ key, body: { provider_id: canvasId, redirect_uri } });
    assert.equal(
      (await call('POST', path, { key, body: { redirect_uri, provider_id: canvasId } })).status,
      200,
    );
  });

  test('is its tenant’s own', async (context) => {
    const { create, call } = await setStage(context);
    const key = newKey();
    const first = await create({ key });
    const other = await call('POST', path, { as: 'ben', body: { provider_id: canvasId }, key });
    assert.equal(other.status, 201);
    assert.notEqual(other.onboarding.id, first.onboarding.id);
  });

  test('goes upstream as an HMAC, stable and different for each tenant', async (context) => {
    const { create, simulator } = await setStage(context);
    const key = newKey();
    await create({ key });
    await create({ key, as: 'ben' });
    const sent = simulator.requests.log.map(({ query }) => Object.fromEntries(query)['$idempotency']);
    assert.equal(new Set(sent).size, 2);
    for (const text of sent) assert.match(String(text), /^[\da-f]{64}$/);
    assert.ok(!JSON.stringify(simulator.requests.log).includes(key));
  });

  test('whose onboarding has ended is 409', async (context) => {
    const { create, call, simulator, clock } = await setStage(context);
    const [deleted, completed, vanished, expired] = [newKey(), newKey(), newKey(), newKey()];
    const first = await create({ key: deleted });
    await call('DELETE', `${path}/${first.onboarding.id}`);
    const second = await create({ key: completed });
    simulator.complete(second.onboarding.id);
    const headers = { 'Cache-Control': 'no-cache' };
    assert.equal(
      (await call('GET', `${path}/${second.onboarding.id}`, { headers })).onboarding.state,
      'completed',
    );
    await create({ key: vanished });
    simulator.reset();
    clock.passed += 16_000;
    assert.equal((await call('POST', path, { body: {}, key: vanished })).status, 409);
    await create({ key: expired });
    clock.passed += 73 * 3_600_000;
    for (const key of [deleted, completed, vanished, expired]) {
      const answer = await call('POST', path, { body: {}, key });
      assert.deepEqual([answer.status, answer.problem.code], [409, 'conflict']);
    }
    assert.equal((await create()).status, 201);
  });

  test('can be used again, with another body too, when Edlink refused', async (context) => {
    const refusal = { kind: 'edlink-error', on: 'create', code: 'UNKNOWN_PROVIDER', times: 1 } as const;
    const { call } = await setStage(context, {}, { faults: [refusal] });
    const key = newKey();
    const refused = await call('POST', path, { body: { provider_id: canvasId }, key });
    assert.deepEqual([refused.status, refused.problem.field], [422, 'provider_id']);
    assert.equal((await call('POST', path, { body: {}, key })).status, 201);
  });
});

describe('a live onboarding', () => {
  test('is the answer to another key, and then that key’s own', async (context) => {
    const { create, call, simulator } = await setStage(context);
    const first = await create();
    const key = newKey();
    for (const as of ['anna', 'anna']) {
      const again = await call('POST', path, { as, body: {}, key });
      assert.deepEqual([again.status, again.onboarding.id], [200, first.onboarding.id]);
    }
    await call('DELETE', `${path}/${first.onboarding.id}`);
    assert.equal((await call('POST', path, { body: {}, key })).status, 409);
    assert.equal(simulator.requests.counts.create, 1);
  });

  test('is one a tenant and provider', async (context) => {
    const { create } = await setStage(context);
    await create();
    await create({ as: 'ben' });
    await create({ body: { provider_id: canvasId } });
  });

  test('that is gone or expired makes room for a new one', async (context) => {
    const { create, simulator, clock } = await setStage(context);
    const first = await create();
    simulator.reset();
    clock.passed += 16_000;
    const second = await create();
    assert.notEqual(second.onboarding.id, first.onboarding.id);
    clock.passed += 73 * 3_600_000;
    assert.notEqual((await create()).onboarding.id, second.onboarding.id);
  });

  test('completed without an integration lets people start again; with one it is told', async (context) => {
    const { create, call, simulator } = await setStage(context);
    const first = await create();
    simulator.complete(first.onboarding.id, { integration: false });
    const second = await create();
    assert.notEqual(second.onboarding.id, first.onboarding.id);
    simulator.complete(second.onboarding.id);
    const told = await call('POST', path, { body: {} });
    assert.deepEqual([told.status, told.onboarding.id], [200, second.onboarding.id]);
    assert.ok(told.onboarding.integration_id);
  });
});

describe('expiration_date', () => {
  test('in Edlink’s answer is not believed when it has passed already', async (context) => {
    const fields = { expiration_date: '2020-01-01T00:00:00.000Z' };
    const faults = [
      { kind: 'override', on: 'create', times: 1, fields },
      { kind: 'edlink-error', on: 'read', code: 'NOT_FOUND', times: 1 },
    ] as const;
    const { create, proxy } = await setStage(context, {}, { faults: [...faults] });
    await create();
    assert.deepEqual(await proxy.sweep().then(({ looked, expired }) => [looked, expired]), [1, 0]);
  });

  test('is never the same twice, also in one millisecond', async (context) => {
    const fixed = Date.now();
    const { create, simulator } = await setStage(context, { now: () => fixed });
    for (const as of ['anna', 'ben', 'staff']) await create({ as });
    const dates = simulator.requests.log.map(({ body }) =>
      Date.parse(String(newBody(body)['expiration_date'])),
    );
    const expected = fixed + 72 * 3_600_000;
    assert.deepEqual(dates, [expected, expected + 1, expected + 2]);
  });
});
