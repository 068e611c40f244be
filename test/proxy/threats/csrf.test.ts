import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page, setStage } from '../stage.js';

const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none', '', 'SAME-ORIGIN'];
const origins = [
  undefined,
  page,
  'https://evil.example',
  `${page}.evil.example`,
  `${page}:8443`,
  'http://app.example',
  'null',
  '',
];
const clientHeaders = [undefined, 'connect-district', 'Connect-District', 'XMLHttpRequest', ''];

type Site = (typeof sites)[number];
type Origin = (typeof origins)[number];

/** The rule of the threat table in the table's own words. */
function mayPass(site: Site, origin: Origin, clientHeader: string | undefined): boolean {
  if (clientHeader !== 'connect-district') return false;
  if (site !== undefined) return site === 'same-origin' || origin === page;
  if (origin !== undefined) return origin === page;
  return true;
}

/** What a request answers that may pass: none of them changes anything. */
const id = crypto.randomUUID();
const routes: [method: string, path: string, passed: number][] = [
  ['GET', '/edlink/onboardings', 200],
  ['POST', '/edlink/onboardings', 422],
  ['DELETE', '/edlink/onboardings', 404],
  ['GET', `/edlink/onboardings/${id}`, 404],
  ['POST', `/edlink/onboardings/${id}`, 404],
  ['DELETE', `/edlink/onboardings/${id}`, 404],
  ['PUT', `/edlink/onboardings/${id}`, 404],
  ['HEAD', '/edlink/onboardings', 404],
  ['PATCH', '/edlink/onboardings', 404],
  // Answered before the guard, and no preflight without `Access-Control-Request-Method`.
  ['OPTIONS', '/edlink/onboardings', 403],
  ['GET', '/edlink/links?x', 422],
  ['POST', '/edlink/links', 422],
  ['DELETE', '/edlink/links', 404],
  ['GET', '/edlink/links/0', 404],
  ['DELETE', '/edlink/links/0', 404],
  ['GET', '/elsewhere', 404],
];

test('cross-site request forgery: method × route × Sec-Fetch-Site × Origin × custom header', async (context) => {
  const { call, sent } = await setStage(context, { pathwright: {} });
  for (const [method, path, passed] of routes) {
    await context.test(`${method} ${path.replace(id, '{id}')}`, async () => {
      const wrong: unknown[] = [];
      for (const site of sites) {
        for (const origin of origins) {
          for (const clientHeader of clientHeaders) {
            const headers = {
              'Sec-Fetch-Site': site,
              Origin: origin,
              'X-Requested-With': clientHeader,
              'Idempotency-Key': undefined,
            };
            const { status } = await call(method, path, { headers });
            const expected = mayPass(site, origin, clientHeader) ? passed : 403;
            if (status !== expected) wrong.push({ site, origin, clientHeader, status, expected });
          }
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
  assert.deepEqual(sent.requests(), []);
});
