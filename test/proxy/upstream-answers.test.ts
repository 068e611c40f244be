import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setStage } from './stage.js';

type Expected = [status: number, code: string, field?: string | undefined];

describe('Edlink’s errors are judged by code, then by status', () => {
  const rows: [code: string, expected: Expected][] = [
    ['INVALID_TOKEN', [502, 'upstream_credentials']],
    ['EXPIRED_TOKEN', [502, 'upstream_credentials']],
    ['NO_PERMISSION', [502, 'upstream_credentials']],
    ['NOT_FOUND', [404, 'not_found']],
    ['INVALID_UUID', [502, 'upstream_unavailable']],
    ['SOMETHING_NEW', [502, 'upstream_unavailable']],
    ['INTERNAL', [502, 'upstream_unavailable']],
  ];
  for (const errorStatus of ['by-code', 'always-400'] as const) {
    for (const [code, expected] of rows) {
      test(`${code}, ${errorStatus}`, async (context) => {
        const { create, call, simulator, clock } = await setStage(context, {}, { errorStatus });
        const { id } = (await create()).onboarding;
        clock.passed += 6_000;
        simulator.configure({ faults: [{ kind: 'edlink-error', on: 'read', code }] });
        const answer = await call('GET', `/edlink/onboardings/${id}`);
        assert.deepEqual([answer.status, answer.problem.code], expected);
      });
    }
  }

  for (const singularError of ['never', 'object', 'text'] as const) {
    test(`the vendor's wrong token is never the browser's 401 ($error: ${singularError})`, async (context) => {
      const wrong = { edlink: { token: 'wrong-token' } };
      const { call } = await setStage(context, wrong, { singularError, errorStatus: 'always-400' });
      const answer = await call('POST', '/edlink/onboardings', { body: {} });
      assert.deepEqual([answer.status, answer.problem.code], [502, 'upstream_credentials']);
    });
  }
});

describe('429', () => {
  for (const retryAfterAs of ['seconds', 'date', 'none'] as const) {
    test(`is obeyed for everybody (Retry-After: ${retryAfterAs})`, async (context) => {
      const { create, call, simulator, clock } = await setStage(context);
      const { id } = (await create()).onboarding;
      clock.passed += 6_000;
      const limit = { kind: 'rate-limit', on: 'read', times: 1, seconds: 60, retryAfterAs } as const;
      simulator.configure({ faults: [limit] });
      const answer = await call('GET', `/edlink/onboardings/${id}`);
      assert.deepEqual([answer.status, answer.problem.code], [429, 'rate_limited']);
      const before = simulator.requests.log.length;
      const other = await call('POST', '/edlink/onboardings', { as: 'ben', body: {} });
      assert.equal(other.status, 429);
      assert.ok(Number(other.headers['retry-after']) > 0);
      assert.equal(simulator.requests.log.length, before);
      clock.passed += 70_000;
      await create({ as: 'ben' });
    });
  }

  test('is not cut short by another one', async (context) => {
    const answers = [60, 1];
    let asked = 0;
    const { call, clock } = await setStage(context, {
      fetch: async () => {
        const seconds = answers[asked++] ?? 0;
        await new Promise((resolve) => setTimeout(resolve, seconds === 1 ? 300 : 100));
        return new Response(null, { status: 429, headers: { 'Retry-After': String(seconds) } });
      },
    });
    const ask = (limit: number) => call('GET', `/edlink/onboardings?limit=${limit}`, { as: 'staff' });
    for (const { status } of await Promise.all([ask(1), ask(2)])) assert.equal(status, 429);
    clock.passed += 30_000;
    assert.equal((await ask(3)).status, 429);
    assert.equal(asked, 2);
  });

  test('is believed up to ten minutes', async (context) => {
    const limit = { kind: 'rate-limit', times: 1, seconds: 86_400 } as const;
    const { create, call, clock } = await setStage(context, {}, { faults: [limit] });
    const answer = await call('POST', '/edlink/onboardings', { body: {} });
    assert.equal(answer.headers['retry-after'], '600');
    clock.passed += 601_000;
    await create();
  });
});
