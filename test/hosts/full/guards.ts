import assert from 'node:assert/strict';
import { test } from 'node:test';
import { path, page, type Stage } from '../stage.js';

/** Each differs from a good request in one thing. */
export const forgeries: Record<string, Record<string, string | undefined>> = {
  'without the header': { 'X-Requested-With': undefined },
  'with another header': { 'X-Requested-With': 'XMLHttpRequest' },
  'of another site': { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
  'of a sister domain': { 'Sec-Fetch-Site': 'same-site' },
  'that was typed in': { 'Sec-Fetch-Site': 'none' },
  'of an old browser elsewhere': { 'Sec-Fetch-Site': undefined, Origin: 'https://evil.example' },
  'of an origin that begins like ours': { 'Sec-Fetch-Site': undefined, Origin: `${page}.evil.example` },
  'of a sandboxed frame': { 'Sec-Fetch-Site': undefined, Origin: 'null' },
};

const otherPaths = [
  `${path}/`,
  `${path}/..`,
  `${path}/%2e%2e`,
  `${path}/00000000-0000-0000-0000-000000000000`,
  `${path}/035d6dd6-1569-47b2-8ed8-63435be58078/`,
  `${path}/035d6dd6-1569-47b2-8ed8-63435be58078%0a`,
  '/edlink/integrations/035d6dd6-1569-47b2-8ed8-63435be58078',
];

export function testGuards(stage: Stage): void {
  test('a forged request is refused before anything else', async () => {
    await stage.clear();
    for (const [name, headers] of Object.entries(forgeries)) {
      for (const method of ['POST', 'GET']) {
        const { status, problem } = await stage.call(method, path, { body: {}, headers });
        assert.deepEqual([status, problem.code], [403, 'forbidden'], name);
      }
    }
    assert.equal(stage.sent.length, 0);
  });

  test('our own page, also in an old browser, is let in', async () => {
    const headers = { 'Sec-Fetch-Site': undefined, Origin: page };
    assert.equal((await stage.call('GET', path, { headers })).status, 200);
  });

  test('nobody signed in: 401, on every route', async () => {
    for (const [method, url] of [
      ['POST', path],
      ['GET', path],
      ['GET', `${path}/${crypto.randomUUID()}`],
      ['DELETE', `${path}/${crypto.randomUUID()}`],
    ] as const) {
      const { status, problem } = await stage.call(method, url, { as: null, body: {} });
      assert.deepEqual([status, problem.code], [401, 'unauthorized'], `${method} ${url}`);
    }
  });

  test('another path or method is no route, and reaches nobody', async () => {
    for (const url of otherPaths) {
      for (const method of ['GET', 'DELETE']) {
        assert.equal((await stage.call(method, url)).status, 404, `${method} ${url}`);
      }
    }
    for (const method of ['PUT', 'PATCH']) {
      assert.equal((await stage.call(method, path, { body: {} })).status, 404, method);
    }
    assert.equal(stage.sent.length, 0);
  });

  test('another district’s onboarding is answered exactly like none', async () => {
    const { id } = (await stage.create()).onboarding;
    for (const method of ['GET', 'DELETE']) {
      const foreign = await stage.call(method, `${path}/${id}`, { as: 'ben' });
      const unknown = await stage.call(method, `${path}/${crypto.randomUUID()}`, { as: 'ben' });
      assert.deepEqual([foreign.status, foreign.text], [404, unknown.text]);
      assert.deepEqual({ ...foreign.headers, date: '' }, { ...unknown.headers, date: '' });
    }
    assert.deepEqual((await stage.call('GET', `${path}?id=${id}`, { as: 'ben' })).list.$data, []);
    assert.equal((await stage.call('GET', `${path}/${id.toUpperCase()}`)).onboarding.id, id);
  });

  test('a body that is too long, of another type or no object is refused', async () => {
    const send = (body: unknown, type = 'application/json') =>
      stage.call('POST', path, { body, headers: { 'Content-Type': type } });
    assert.equal((await send({ provider_id: 'x'.repeat(9_000) })).status, 413);
    assert.equal((await send('{}', 'text/plain')).status, 415);
    for (const body of ['', '[]', '"text"', 'null', '{', '{"provider_id":"\\ud800']) {
      assert.equal((await send(body)).status, 422, body);
    }
  });
}
