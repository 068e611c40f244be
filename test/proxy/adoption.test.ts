import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Connected } from '../../src/proxy/index.js';
import { createAtEdlink, providers, setStage } from './stage.js';

const path = '/edlink/onboardings';

const told: Connected[] = [];

describe('adopt', () => {
  test('an onboarding: the tenant’s from then on, and nobody else’s', async (context) => {
    const { proxy, call, simulator } = await setStage(context);
    const id = await createAtEdlink(simulator, { provider_id: providers[0] });
    assert.equal((await call('GET', `${path}/${id}`)).status, 404);
    await proxy.adopt('usd-259', { onboarding_id: id.toUpperCase(), actor: 'staff@vendor.example' });
    await proxy.adopt('usd-259', { onboarding_id: id });
    const { onboarding } = await call('GET', `${path}/${id}`);
    assert.deepEqual([onboarding.id, onboarding.$host?.created_by], [id, 'staff@vendor.example']);
    assert.equal((await call('GET', `${path}/${id}`, { as: 'ben' })).status, 404);
    assert.deepEqual(
      (await call('GET', path)).list.$data.map((one) => one.id),
      [id],
    );
    const again = await call('POST', path, { body: { provider_id: providers[0] } });
    assert.deepEqual([again.status, again.onboarding.id], [200, id], 'it is the live one');
    assert.equal(simulator.onboardings.length, 1);
  });

  test('an onboarding whose beginner nobody knows says nothing of one', async (context) => {
    const { proxy, call, simulator } = await setStage(context);
    const id = await createAtEdlink(simulator, { provider_id: providers[0] });
    await proxy.adopt('usd-259', { onboarding_id: id });
    assert.equal((await call('GET', `${path}/${id}`)).onboarding.$host?.created_by, undefined);
  });

  test('an onboarding beside a live one leaves that one alone', async (context) => {
    const { proxy, call, create, simulator } = await setStage(context);
    const live = (await create({ body: { provider_id: providers[0] } })).onboarding.id;
    const id = await createAtEdlink(simulator, { provider_id: providers[0] });
    await proxy.adopt('usd-259', { onboarding_id: id });
    const again = await call('POST', path, { body: { provider_id: providers[0] } });
    assert.equal(again.onboarding.id, live);
    assert.equal((await call('GET', path)).list.$data.length, 2);
  });

  test('a completed onboarding: the host hears of it, once, and it is connected', async (context) => {
    told.length = 0;
    const { proxy, simulator } = await setStage(context, { onConnected: (one) => told.push(one) });
    const id = await createAtEdlink(simulator, { provider_id: providers[0] });
    const { integration_id } = simulator.complete(id);
    for (const _ of [1, 2]) await proxy.adopt('usd-259', { onboarding_id: id });
    assert.deepEqual(told, [{ tenant: 'usd-259', actor: '', onboarding_id: id, integration_id }]);
    assert.equal((await proxy.connectionOf('usd-259'))?.integration_id, integration_id);
  });

  test('an onboarding that is followed from then on', async (context) => {
    told.length = 0;
    const { proxy, simulator, clock } = await setStage(context, {
      onConnected: (one) => told.push(one),
    });
    const id = await createAtEdlink(simulator, { provider_id: providers[0] });
    await proxy.adopt('usd-259', { onboarding_id: id });
    simulator.complete(id);
    clock.passed += 6_000;
    assert.equal((await proxy.sweep()).connected, 1);
    assert.equal(told[0]?.onboarding_id, id);
  });

  test('an integration: the connection, on the host’s word', async (context) => {
    told.length = 0;
    const { proxy, simulator } = await setStage(context, { onConnected: (one) => told.push(one) });
    const integration_id = crypto.randomUUID();
    await proxy.adopt('usd-259', { integration_id });
    const connection = await proxy.connectionOf('usd-259');
    assert.deepEqual([connection?.integration_id, connection?.onboarding_id], [integration_id, null]);
    assert.deepEqual([told.length, simulator.requests.log.length], [0, 0]);
  });

  test('an integration that is then completed under another tenant is a conflict', async (context) => {
    const { proxy, create, call, simulator } = await setStage(context);
    const integrationId = crypto.randomUUID();
    await proxy.adopt('usd-500', { integration_id: integrationId });
    const { id } = (await create()).onboarding;
    simulator.complete(id, { integrationId });
    const answer = await call('GET', `${path}/${id}`, { headers: { 'Cache-Control': 'no-cache' } });
    assert.deepEqual([answer.status, answer.problem.code], [409, 'integration_conflict']);
    assert.equal(await proxy.connectionOf('usd-259'), null);
  });

  test('says what is wrong, and changes nothing', async (context) => {
    const { proxy, create, simulator } = await setStage(context);
    const { id } = (await create()).onboarding;
    const integration_id = crypto.randomUUID();
    await proxy.adopt('usd-259', { integration_id });
    const wrong: [tenant: string, found: Parameters<typeof proxy.adopt>[1], code: string][] = [
      ['usd-500', { onboarding_id: id }, 'integration_conflict'],
      ['usd-500', { integration_id }, 'integration_conflict'],
      ['usd-500', { onboarding_id: crypto.randomUUID() }, 'not_found'],
      ['usd-500', { onboarding_id: '../teams' }, 'invalid_request'],
      ['usd-500', { integration_id: '00000000-0000-0000-0000-000000000000' }, 'invalid_request'],
      ['usd-500', { onboarding_id: undefined as unknown as string }, 'invalid_request'],
      ['', { integration_id: crypto.randomUUID() }, 'invalid_request'],
      ['\ud800', { integration_id: crypto.randomUUID() }, 'invalid_request'],
      ['x'.repeat(257), { integration_id: crypto.randomUUID() }, 'invalid_request'],
    ];
    for (const [tenant, found, code] of wrong) {
      await assert.rejects(proxy.adopt(tenant, found), { code }, JSON.stringify([tenant, found]));
    }
    simulator.configure({ faults: [{ kind: 'html-500', on: 'read', times: 1 }] });
    const elsewhere = await createAtEdlink(simulator, { provider_id: providers[0] });
    await assert.rejects(proxy.adopt('usd-500', { onboarding_id: elsewhere }), {
      code: 'upstream_unavailable',
    });
    assert.equal(await proxy.connectionOf('usd-500'), null);
  });
});
