import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProxyOptions } from '../../src/proxy/index.js';
import { authorize, setStage } from './stage.js';

const good = { tenant: 'usd-259', actor: 'anna', scope: 'own', can: ['read'] };
const unusual: [string, unknown][] = [
  ['undefined', undefined],
  ['true', true],
  ['a text', 'usd-259'],
  ['an empty object', {}],
  ['no tenant', { ...good, tenant: undefined }],
  ['an empty tenant', { ...good, tenant: '' }],
  ['a tenant that is a number', { ...good, tenant: 259 }],
  ['a tenant that is a list', { ...good, tenant: ['usd-259'] }],
  ['a tenant with a lone surrogate', { ...good, tenant: 'usd\ud800' }],
  ['no actor', { ...good, actor: undefined }],
  ['an unknown scope', { ...good, scope: 'any' }],
  ['no scope', { ...good, scope: undefined }],
  ['an unknown right', { ...good, can: ['read', 'everything'] }],
  ['rights as a text', { ...good, can: 'read' }],
  ['no rights', { ...good, can: undefined }],
];

describe('authorize fails closed', () => {
  for (const [title, grant] of unusual) {
    test(`${title} is 500`, async (context) => {
      const { call, simulator } = await setStage(context, {
        authorize: (() => grant) as ProxyOptions['authorize'],
      });
      const answer = await call('GET', '/edlink/onboardings');
      assert.equal(answer.status, 500);
      assert.deepEqual(answer.problem, {
        type: 'about:blank',
        title: 'This server is not ready',
        status: 500,
        code: 'host_not_ready',
      });
      assert.equal(simulator.requests.log.length, 0);
    });
  }

  test('so are a throw and a rejection, without their message', async (context) => {
    for (const fail of [
      () => {
        throw new Error('secret-message');
      },
      () => Promise.reject(new Error('secret-message')),
    ]) {
      const { call } = await setStage(context, { authorize: fail });
      const answer = await call('GET', '/edlink/onboardings');
      assert.deepEqual([answer.status, answer.problem.code], [500, 'host_not_ready']);
      assert.ok(!answer.text.includes('secret-message'));
    }
  });

  test('every right may be granted, and none is another', async (context) => {
    for (const right of ['create', 'delete', 'links:read', 'links:write'] as const) {
      const { call } = await setStage(context, {
        authorize: () => ({ tenant: 'usd-259', actor: 'anna', scope: 'own', can: [right] }),
      });
      const answer = await call('GET', '/edlink/onboardings');
      assert.deepEqual([answer.status, answer.problem.code], [403, 'forbidden'], right);
    }
  });

  test('null is 401, a grant passes', async (context) => {
    const { call } = await setStage(context);
    assert.equal((await call('GET', '/edlink/onboardings', { as: null })).problem.code, 'unauthorized');
    assert.equal((await call('GET', '/edlink/onboardings')).status, 200);
  });

  test('it is asked on every call, and cannot take the body away', async (context) => {
    let asked = 0;
    const { create, call } = await setStage(context, {
      authorize: async (request, details) => {
        asked++;
        assert.equal(await request.text(), '');
        return authorize(request, details);
      },
    });
    await create({ body: { redirect_uri: 'https://app.example/return.html' } });
    await call('GET', '/edlink/onboardings');
    assert.equal(asked, 2);
  });
});

describe('rights', () => {
  test('a missing right is 403, and nothing goes upstream', async (context) => {
    const { call, create, simulator } = await setStage(context);
    const { id } = (await create()).onboarding;
    const before = simulator.requests.log.length;
    const post = await call('POST', '/edlink/onboardings', { as: 'carl', body: {} });
    const removal = await call('DELETE', `/edlink/onboardings/${id}`, { as: 'carl' });
    assert.deepEqual([post.status, removal.status], [403, 403]);
    assert.equal(simulator.requests.log.length, before);
    assert.equal((await call('GET', `/edlink/onboardings/${id}`, { as: 'carl' })).status, 200);
  });
});

describe('a tenant in the URL', () => {
  const basePath = '/districts/:tenant/edlink';
  const long = 'x'.repeat(256);
  for (const [tenant, status] of [
    ['usd-500', 200],
    ['a%20b', 200],
    [long, 200],
    [`${long}x`, 404],
    ['%2e%2e', 404],
    ['a%2fb', 404],
    ['%ff', 404],
    ['%ed%a0%80', 404],
  ] as const) {
    test(`staff at ${tenant.slice(0, 20)}, of ${tenant.length} letters: ${status}`, async (context) => {
      const { call } = await setStage(context, { basePath });
      assert.equal(
        (await call('GET', `/districts/${tenant}/edlink/onboardings`, { as: 'staff' })).status,
        status,
      );
    });
  }

  test('staff act for the tenant in the URL', async (context) => {
    const { call, url } = await setStage(context, { basePath });
    assert.ok(url);
    const path = '/districts/usd-259/edlink/onboardings';
    const made = await call('POST', path, { as: 'staff', body: {} });
    assert.equal(made.status, 201);
    assert.equal(made.onboarding.$host?.created_by, 'staff@vendor.example');
    assert.equal((await call('GET', `${path}/${made.onboarding.id}`)).status, 200);
    const other = await call('GET', '/districts/usd-500/edlink/onboardings', { as: 'staff' });
    assert.deepEqual(other.list.$data, []);
  });
});
