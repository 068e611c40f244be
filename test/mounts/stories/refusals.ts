import assert from 'node:assert/strict';
import { page } from '../options.js';
import { assertNothingUpstream, assertProblem, newDistrict, type Stories } from './stage.js';

const longest = 8 * 1024;

const wrongTypes = [
  ['text/plain', '{}'],
  ['application/x-www-form-urlencoded', 'provider_id=035d6dd6-1569-47b2-8ed8-63435be58078'],
  ['application/x-www-form-urlencoded', '{}'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
  ],
  ['application/jsonp', '{}'],
] as const;

export const refusals: Stories = {
  'asks for the header, for our pages and for a session': (stage) =>
    assertNothingUpstream(stage, async () => {
      const { call } = stage;
      const as = newDistrict();
      for (const method of ['GET', 'POST', 'DELETE']) {
        const body = method === 'POST' ? {} : undefined;
        const bare = await call(method, 'onboardings', {
          as,
          body,
          headers: { 'X-Requested-With': undefined },
        });
        assertProblem(bare, [403, 'forbidden']);
        const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
        assertProblem(await call(method, 'onboardings', { as, body, headers: foreign }), [403, 'forbidden']);
      }
      assertProblem(await call('POST', 'onboardings', { as: null, body: {} }), [401, 'unauthorized']);
    }),

  'answers the preflight of a configured origin': async ({ call }) => {
    const headers = { 'Access-Control-Request-Method': 'POST', 'Sec-Fetch-Site': 'cross-site' };
    const good = await call('OPTIONS', 'onboardings', { as: null, headers: { ...headers, Origin: page } });
    assert.deepEqual([good.status, good.headers['access-control-allow-origin']], [204, page]);
    assert.equal(good.headers['access-control-allow-methods'], 'GET, POST, DELETE');
    const evil = { ...headers, Origin: 'https://evil.example' };
    assertProblem(await call('OPTIONS', 'onboardings', { as: null, headers: evil }), [403, 'forbidden']);
  },

  'takes JSON only': (stage) =>
    assertNothingUpstream(stage, async () => {
      for (const [type, body] of wrongTypes) {
        const headers = { 'Content-Type': type };
        const answer = await stage.call('POST', 'onboardings', { as: newDistrict(), headers, body });
        assertProblem(answer, [415, 'invalid_request']);
      }
    }),

  'takes no JSON that is broken, missing or no object': (stage) =>
    assertNothingUpstream(stage, async () => {
      for (const body of ['{', '', '[]', '7', 'null', '"{}"', '{}{}']) {
        const { status } = await stage.call('POST', 'onboardings', { as: newDistrict(), body });
        assert.ok(status === 422 || status === 400, `${status} for ${body}`);
      }
    }),

  'takes eight kibibytes and not a byte more': (stage) =>
    assertNothingUpstream(stage, async () => {
      for (const [length, expected] of [
        [longest, 422],
        [longest + 1, 413],
        [200 * 1024, 413],
      ] as const) {
        const body = `{"unknown":"${'x'.repeat(length - 14)}"}`;
        const { status } = await stage.call('POST', 'onboardings', { as: newDistrict(), body });
        assert.equal(status, expected);
      }
    }),

  'names a field that is not allowed': (stage) =>
    assertNothingUpstream(stage, async () => {
      for (const body of ['{"automatic_approval":true}', '{"__proto__":{"provider_id":null}}']) {
        const answer = await stage.call('POST', 'onboardings', { as: newDistrict(), body });
        assertProblem(answer, [422, 'not_allowed']);
      }
    }),

  'knows no other method': (stage) =>
    assertNothingUpstream(stage, async () => {
      for (const method of ['HEAD', 'PUT', 'PATCH']) {
        const { status, text } = await stage.call(method, 'onboardings', { as: newDistrict() });
        assert.ok(status === 404 || status === 405, `${status} for ${method}`);
        if (method === 'HEAD') assert.equal(text, '');
      }
    }),
};
