import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { setStage, type Stage } from './stage.js';

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

/** An upstream that gives one answer to every read; the creation went to the simulator. */
async function readHostile(
  context: TestContext,
  write: (response: ServerResponse, good: string) => void,
): ReturnType<Stage['call']> {
  let good = '';
  const server = createServer((request, response) => {
    // Where a redirect leads, there is a good answer: nobody may fetch it.
    if (request.url === '/upstream-text')
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(good);
    else write(response, good);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const hostile = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { create, call, clock } = await setStage(context, {
    edlink: { timeout: 400 },
    fetch: (url, init) =>
      fetch(init?.method === 'GET' ? hostile + new URL(url as string).pathname : url, init),
  });
  const made = await create();
  good = JSON.stringify({ ...made.onboarding, $host: undefined });
  clock.passed += 6_000;
  return call('GET', `/edlink/onboardings/${made.onboarding.id}`);
}

describe('hostile answers', () => {
  const json = { 'Content-Type': 'application/json' };
  const mark = 'upstream-text';
  const change = (good: string, fields: object) =>
    JSON.stringify({ ...(JSON.parse(good) as object), ...fields });
  const rows: [title: string, write: (response: ServerResponse, good: string) => void, expected: Expected][] =
    [
      ['html', (r) => r.writeHead(200, { 'Content-Type': 'text/html' }).end(mark), [502, 'invalid_response']],
      [
        'a lie about the type',
        (r, good) => r.writeHead(200, { 'Content-Type': 'text/json' }).end(good),
        [502, 'invalid_response'],
      ],
      ['no type', (r, good) => r.writeHead(200).end(good), [502, 'invalid_response']],
      ['204', (r) => r.writeHead(204).end(), [502, 'invalid_response']],
      ['a redirect', (r) => r.writeHead(302, { Location: `/${mark}` }).end(), [502, 'upstream_unavailable']],
      ['304', (r) => r.writeHead(304).end(), [502, 'upstream_unavailable']],
      [
        '500 with a code',
        (r) => r.writeHead(500, json).end('{"$errors":[{"code":"NOT_FOUND"}]}'),
        [502, 'upstream_unavailable'],
      ],
      ['404 as html', (r) => r.writeHead(404, { 'Content-Type': 'text/html' }).end(mark), [404, 'not_found']],
      ['418', (r) => r.writeHead(418, json).end(`{"x":"${mark}"}`), [502, 'upstream_unavailable']],
      [
        'another id',
        (r, good) => r.writeHead(200, json).end(change(good, { id: crypto.randomUUID() })),
        [502, 'invalid_response'],
      ],
      ['a list', (r, good) => r.writeHead(200, json).end(`[${good}]`), [502, 'invalid_response']],
      ['null', (r) => r.writeHead(200, json).end('null'), [502, 'invalid_response']],
      [
        'state as a number',
        (r, good) => r.writeHead(200, json).end(change(good, { state: 1 })),
        [502, 'invalid_response'],
      ],
      [
        'an integration that is no UUID',
        (r, good) => r.writeHead(200, json).end(change(good, { integration_id: mark })),
        [502, 'invalid_response'],
      ],
      [
        'too long',
        (r, good) => r.writeHead(200, json).end(change(good, { x: 'x'.repeat(70_000) })),
        [502, 'invalid_response'],
      ],
      ['endless', (r) => endless(r), [502, 'invalid_response']],
      ['never', () => undefined, [504, 'upstream_unavailable']],
      [
        'stalled in the body',
        (r, good) => r.writeHead(200, json).write(good.slice(0, 20)),
        [504, 'upstream_unavailable'],
      ],
      [
        'cut off',
        (r, good) => void (r.writeHead(200, json).write(good.slice(0, 20)), r.destroy()),
        [502, 'upstream_unavailable'],
      ],
    ];
  for (const [title, write, [status, code]] of rows) {
    test(`${title}: ${status} ${code}`, async (context) => {
      const answer = await readHostile(context, write);
      // A body that breaks off is either unreadable or unavailable: the socket decides which is seen first.
      const codes = title === 'cut off' ? [code, 'invalid_response'] : [code];
      assert.equal(answer.status, status);
      assert.ok(codes.includes(answer.problem.code), answer.problem.code);
      assert.ok(!answer.text.includes(mark));
    });
  }

  function endless(response: ServerResponse): void {
    response.writeHead(200, json);
    const timer = setInterval(() => response.write(' '.repeat(16_384)), 1);
    response.on('close', () => clearInterval(timer));
  }

  test('a good one passes, in an envelope and with unknown fields, which are dropped', async (context) => {
    const extra = {
      access_token: 'x',
      $host: { district: 'theirs' },
      user_id: '00000000-0000-0000-0000-000000000000',
    };
    const answer = await readHostile(context, (r, good) =>
      r
        .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' })
        .end(`{"$data":${change(good, extra)}}`),
    );
    assert.equal(answer.status, 200);
    assert.ok(!('access_token' in answer.onboarding));
    assert.equal(answer.onboarding.$host?.district, undefined);
    assert.equal(answer.onboarding.user_id, null);
  });
});
