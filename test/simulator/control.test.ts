import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, type Simulator } from '../../src/simulator/index.js';
import { createRequestLog, logEntry } from '../../src/simulator/request-log.js';
import { create, onboardingsPath, read } from './calling.js';

const control = (simulator: Simulator, method: string, path: string, body?: string, origin?: string) =>
  simulator.fetch(`http://simulator.test/__simulator/${path}`, {
    method,
    body: body ?? null,
    headers: origin ? { Origin: origin } : {},
  });

describe('control routes', () => {
  test('settings are shown and changed', async () => {
    const simulator = createSimulator();
    const shown = await control(simulator, 'GET', 'settings');
    assert.deepEqual(await shown.json(), simulator.settings);
    const changed = await control(simulator, 'PATCH', 'settings', '{"envelope":false}');
    assert.equal(((await changed.json()) as { envelope: boolean }).envelope, false);
    assert.equal(simulator.settings.envelope, false);
  });

  test('a wrong setting is a problem that names it', async () => {
    const simulator = createSimulator();
    const rows: [body: string, status: number, field: string | undefined][] = [
      ['{"envelop":false}', 422, 'envelop'],
      ['{"lifetime":"long"}', 422, 'lifetime'],
      ['{', 400, undefined],
    ];
    for (const [body, status, field] of rows) {
      const answer = await control(simulator, 'PATCH', 'settings', body);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
      const problem = (await answer.json()) as { code: string; field?: string };
      assert.deepEqual([problem.code, problem.field], ['invalid_request', field]);
    }
  });

  test('an onboarding is completed, with and without an integration', async () => {
    const simulator = createSimulator();
    const [first, second] = [await create(simulator), await create(simulator)];
    assert.equal((await control(simulator, 'POST', `onboardings/${first}/complete`)).status, 200);
    await control(simulator, 'POST', `onboardings/${second}/complete`, '{"integration":false}');
    assert.equal(typeof (await read(simulator, first)).object.integration_id, 'string');
    assert.deepEqual((await read(simulator, second)).object.integration_id, null);
    const listed = await (await control(simulator, 'GET', 'onboardings')).json();
    assert.deepEqual(listed, simulator.onboardings);
  });

  test('what cannot be completed is a problem', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    const statusOf = async (path: string, body?: string) =>
      (await control(simulator, 'POST', path, body)).status;
    assert.equal(await statusOf(`onboardings/${crypto.randomUUID()}/complete`), 404);
    assert.equal(await statusOf(`onboardings/${id}/complete`, '{"integration":"no"}'), 422);
    assert.equal(await statusOf(`onboardings/${id}/complete`), 200);
    assert.equal(await statusOf(`onboardings/${id}/complete`), 409);
    assert.equal(await statusOf('elsewhere'), 404);
  });

  test('reset forgets everything', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    simulator.configure({ envelope: false });
    assert.equal((await control(simulator, 'POST', 'reset')).status, 204);
    assert.deepEqual(simulator.onboardings, []);
    assert.deepEqual(simulator.requests.log, []);
    assert.equal(simulator.requests.counts.create, 0);
    assert.equal((await read(simulator, id)).code, 'NOT_FOUND');
  });

  test('only pages of this machine may use them from another origin', async () => {
    const simulator = createSimulator();
    const allowed = async (method: string, origin: string) =>
      (await control(simulator, method, 'settings', undefined, origin)).headers.get(
        'Access-Control-Allow-Origin',
      );
    for (const origin of ['http://localhost:4300', 'http://127.0.0.1:8080']) {
      assert.equal(await allowed('GET', origin), origin);
      assert.equal(await allowed('OPTIONS', origin), origin);
    }
    for (const origin of ['http://localhost.evil.example', 'https://vendor.example', 'null']) {
      assert.equal(await allowed('GET', origin), null);
    }
  });
});

describe('the request log', () => {
  test('holds what arrived, and not the control routes', async () => {
    const simulator = createSimulator();
    const id = await create(simulator, { automatic_approval: true });
    await read(simulator, id);
    await control(simulator, 'GET', 'settings');
    const [created, seen, ...rest] = simulator.requests.log;
    assert.deepEqual(rest, []);
    assert.deepEqual([created?.operation, created?.method, created?.status], ['create', 'POST', 200]);
    assert.equal(JSON.parse(created?.body ?? '').automatic_approval, true);
    assert.equal(created?.authorization, `Bearer ${simulator.settings.token}`);
    assert.deepEqual(created.headerNames, ['authorization', 'content-type']);
    assert.equal(seen?.path, `${onboardingsPath}/${id}`);
    assert.deepEqual([simulator.requests.counts.create, simulator.requests.counts.read], [1, 1]);
  });

  test('keeps the last 10,000 and counts all', () => {
    const { add, log, counts } = createRequestLog();
    const entryOf = (count: number) => {
      const url = new URL(`http://edlink.test/api/v1/providers?${count}`);
      return logEntry({ method: 'GET', url, headers: new Headers(), body: '' }, 'providers', [], 0);
    };
    for (let count = 0; count < 10_010; count++) add(entryOf(count));
    assert.equal(log.length, 10_000);
    assert.deepEqual(log[0]?.query, [['10', '']]);
    assert.equal(counts.providers, 10_010);
  });
});
