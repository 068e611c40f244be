import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { page, setStage } from './stage.js';

const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none'];
const origins = [
  undefined,
  page,
  'https://evil.example',
  `${page}.evil.example`,
  `${page}:8443`,
  'http://app.example',
  'null',
];
const clientHeaders = [
  'connect-district',
  undefined,
  'XMLHttpRequest',
  'connect-district, x',
  'Connect-District',
];

/** The rule of the threat table, said a second time in the table's own words. */
function mayPass(site: string | undefined, origin: string | undefined, header: string | undefined): boolean {
  if (header !== 'connect-district') return false;
  if (site !== undefined) return site === 'same-origin' || origin === page;
  return origin === undefined || origin === page;
}

describe('a Host that makes no URL', () => {
  test('is 404, with and without a session', async (context) => {
    const { call } = await setStage(context);
    for (const method of ['GET', 'POST', 'DELETE']) {
      for (const as of ['anna', null]) {
        const answer = await call(method, '/edlink/onboardings', { as, headers: { Host: 'x:99999' } });
        assert.deepEqual([answer.status, answer.problem.code], [404, 'not_found']);
      }
    }
  });
});

describe('cross-site request forgery', () => {
  test('every method × route × Sec-Fetch-Site × Origin × custom header', async (context) => {
    const { call, create, simulator } = await setStage(context);
    const { id } = (await create()).onboarding;
    const routes = [
      ['GET', `/edlink/onboardings/${id}`, 200],
      ['GET', '/edlink/onboardings', 200],
      ['POST', '/edlink/onboardings', 422],
      ['DELETE', `/edlink/onboardings/${crypto.randomUUID()}`, 404],
      ['PUT', `/edlink/onboardings/${id}`, 404],
      ['GET', '/elsewhere', 404],
    ] as const;
    const before = simulator.requests.counts.create;
    let passed = 0;
    for (const [method, path, good] of routes) {
      for (const site of sites) {
        for (const origin of origins) {
          for (const header of clientHeaders) {
            const headers = {
              'Sec-Fetch-Site': site,
              Origin: origin,
              'X-Requested-With': header,
              'Idempotency-Key': undefined,
            };
            const answer = await call(method, path, { headers });
            const expected = mayPass(site, origin, header) ? good : 403;
            assert.equal(answer.status, expected, JSON.stringify([method, path, site, origin, header]));
            if (expected === 403) assert.equal(answer.problem.code, 'forbidden');
            else passed++;
          }
        }
      }
    }
    assert.ok(passed >= routes.length * 8, 'the good ones pass');
    assert.equal(simulator.requests.counts.create, before);
  });

  test('nothing is derived from Host or forwarded headers', async (context) => {
    const { call } = await setStage(context);
    const headers = { 'Sec-Fetch-Site': undefined, Origin: 'https://evil.example', Host: 'evil.example' };
    const forwarded = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' };
    const answer = await call('GET', '/edlink/onboardings', { headers: { ...headers, ...forwarded } });
    assert.equal(answer.status, 403);
  });
});

describe('pages of another origin', () => {
  const preflight = { 'Access-Control-Request-Method': 'POST', 'Sec-Fetch-Site': 'cross-site' };

  test('a configured one reads answers and errors', async (context) => {
    const { call } = await setStage(context);
    for (const as of ['anna', null]) {
      const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: page };
      const answer = await call('GET', '/edlink/onboardings', { as, headers });
      assert.equal(answer.headers['access-control-allow-origin'], page);
      assert.equal(answer.headers['access-control-allow-credentials'], 'true');
      assert.equal(answer.headers['access-control-expose-headers'], 'Date, Retry-After');
      assert.equal(answer.headers['vary'], 'Origin');
    }
  });

  test('a preflight from a configured one needs no session', async (context) => {
    const { call } = await setStage(context);
    const headers = { ...preflight, Origin: page, 'X-Requested-With': undefined };
    const answer = await call('OPTIONS', '/edlink/onboardings', { as: null, headers });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers['access-control-allow-methods'], 'GET, POST, DELETE');
    assert.match(String(answer.headers['access-control-allow-headers']), /X-Requested-With/);
  });

  for (const origin of ['https://evil.example', `${page}.evil.example`, 'null', undefined]) {
    test(`nothing for ${origin}`, async (context) => {
      const { call } = await setStage(context);
      for (const method of ['OPTIONS', 'GET']) {
        const answer = await call(method, '/edlink/onboardings', {
          headers: { ...preflight, Origin: origin },
        });
        assert.equal(answer.status, 403);
        assert.equal(answer.headers['access-control-allow-origin'], undefined);
      }
    });
  }

  test('an OPTIONS that is no preflight is refused', async (context) => {
    const { call } = await setStage(context);
    assert.equal((await call('OPTIONS', '/edlink/onboardings', { headers: { Origin: page } })).status, 403);
  });
});
