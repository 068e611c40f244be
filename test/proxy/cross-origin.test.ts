import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { page, setStage } from './stage.js';

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
    assert.equal(answer.headers['access-control-max-age'], '600');
  });

  test('the proxy’s own page needs no leave', async (context) => {
    const { call } = await setStage(context);
    const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: page };
    const answer = await call('GET', '/edlink/onboardings', { headers });
    assert.deepEqual([answer.status, answer.headers['access-control-allow-origin']], [200, undefined]);
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
