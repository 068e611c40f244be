import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InvalidResponseError } from '../../src/client/errors/invalid-response-error.js';
import { ProblemError } from '../../src/client/errors/problem-error.js';
import { problemCodes, type ProblemCode } from '../../src/contract/problem.js';
import { answering, create, read, remove, type Reply } from './answering.js';

const acts = { POST: create, GET: read, DELETE: remove };

const edlink = (code: string, status = 400): Reply => ({
  status,
  body: { $request: 'x', $errors: [{ code, message: 'no' }] },
});
const html = (status: number): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  body: '<h1>no',
});

const table: [keyof typeof acts, string, Reply, ProblemCode][] = [
  ['GET', 'a page for 401', html(401), 'unauthorized'],
  ['GET', 'a page for 403', html(403), 'forbidden'],
  ['GET', 'a page for 404', html(404), 'invalid_response'],
  ['DELETE', 'a page for 404', html(404), 'invalid_response'],
  ['DELETE', 'a page for 405', html(405), 'invalid_request'],
  ['DELETE', '409', html(409), 'conflict'],
  ['GET', '400', html(400), 'invalid_request'],
  ['GET', '429', html(429), 'rate_limited'],
  ['GET', '500', html(500), 'upstream_unavailable'],
  ['GET', '502', html(502), 'upstream_unavailable'],
  ['GET', '599', html(599), 'upstream_unavailable'],
  ['POST', 'a place that is not there', html(404), 'misconfigured'],
  ['POST', 'a place that takes no POST', html(405), 'misconfigured'],
  ['POST', 'a server that is down', html(502), 'upstream_unavailable'],
  ['GET', 'Edlink’s NOT_FOUND', edlink('NOT_FOUND'), 'not_found'],
  ['POST', 'Edlink’s NOT_FOUND', edlink('NOT_FOUND', 404), 'not_found'],
  ['GET', 'Edlink’s INVALID_TOKEN', edlink('INVALID_TOKEN'), 'upstream_credentials'],
  ['GET', 'Edlink’s INVALID_TOKEN as 401', edlink('INVALID_TOKEN', 401), 'upstream_credentials'],
  ['GET', 'Edlink’s EXPIRED_TOKEN', edlink('EXPIRED_TOKEN', 401), 'upstream_credentials'],
  ['GET', 'Edlink’s NO_PERMISSION', edlink('NO_PERMISSION', 403), 'upstream_credentials'],
  ['GET', 'Edlink’s INTERNAL', edlink('INTERNAL'), 'upstream_unavailable'],
  ['GET', 'Edlink’s own other codes', edlink('INVALID_UUID'), 'invalid_request'],
  ['GET', 'a code that is a word of the language', edlink('constructor'), 'invalid_request'],
  ['GET', 'another such word', edlink('toString', 500), 'upstream_unavailable'],
  ['GET', '$error as an object', { status: 400, body: { $error: { code: 'NOT_FOUND' } } }, 'not_found'],
  ['GET', '$error as a text', { status: 400, body: { $error: 'INVALID_TOKEN' } }, 'upstream_credentials'],
  ['GET', 'a code that nobody knows', { status: 403, body: { code: 'nonsense' } }, 'forbidden'],
  ['GET', 'a body that is null', { status: 400, body: 'null' }, 'invalid_request'],
];

describe('a refusal', () => {
  for (const [method, what, reply, code] of table)
    it(`means ${code}: ${method}, ${what}`, async (context) => {
      const { client } = await answering(context, reply);
      await assert.rejects(acts[method](client), (error) => {
        assert(error instanceof ProblemError || error instanceof InvalidResponseError);
        assert.equal(error.code, code);
        assert.equal(error.status, reply.status);
        return true;
      });
    });

  for (const code of problemCodes)
    it(`means what its problem says, whatever the status (${code})`, async (context) => {
      const headers = { 'Content-Type': 'application/problem+json' };
      const body = {
        type: 'about:blank',
        status: 500,
        code,
        title: 'No',
        detail: 'because',
        field: 'team_id',
      };
      const { client } = await answering(context, { status: 404, headers, body });
      await assert.rejects(create(client), (error) => {
        assert(error instanceof ProblemError);
        assert.deepEqual([error.code, error.field], [code, 'team_id']);
        assert.match(error.message, /answered 404 \(\w+\): because$/);
        return true;
      });
    });

  it('names the attribute, the URL and the status, where the URL is wrong', async (context) => {
    const { client, url } = await answering(context, html(404));
    await assert.rejects(create(client), ({ message }: Error) => {
      assert(message.startsWith(`${url}/edlink/onboardings answered 404`));
      assert.match(message, /attribute "proxy"/);
      return true;
    });
  });

  it('does not carry a page along', async (context) => {
    const { client } = await answering(context, { ...html(500), body: 'secret'.repeat(1000) });
    await assert.rejects(read(client), ({ message }: Error) => !message.includes('secret'));
  });
});

describe('a redirect', () => {
  for (const status of [301, 302, 303, 307, 308])
    it(`is "signed out", and is not followed (${status})`, async (context) => {
      const { client, received } = await answering(context, {
        status,
        headers: { Location: '/login', Date: 'Fri, 04 Sep 2026 08:00:00 GMT' },
        body: '',
      });
      for (const act of Object.values(acts))
        await assert.rejects(act(client), (error) => {
          assert(error instanceof ProblemError);
          assert.equal(error.code, 'unauthorized');
          return true;
        });
      assert.equal(received.length, 3);
      assert(!received.some(({ path }) => path === '/login'));
    });
});

describe('Retry-After', () => {
  const date = 'Fri, 04 Sep 2026 08:00:00 GMT';
  for (const [header, wait] of [
    ['7', 7000],
    ['Fri, 04 Sep 2026 08:00:30 GMT', 30_000],
    ['86400', 600_000],
    ['soon', undefined],
  ] as const)
    it(`is measured by the server’s own Date (${header})`, async (context) => {
      const headers = { Date: date, 'Retry-After': header };
      const { client } = await answering(context, { status: 429, headers, body: '' });
      await assert.rejects(read(client), (error) => {
        assert(error instanceof ProblemError);
        assert.equal(error.retryAfter, wait);
        assert.equal(error.date, Date.parse(date));
        return true;
      });
    });
});
