import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKey } from '../../proxy/calling.js';
import { path, type Stage } from '../stage.js';

const fresh = { headers: { 'Cache-Control': 'no-cache' } };

export function testCompletion(stage: Stage): void {
  let integration_id = '';

  test('a browser hears of a connection after the host has', async () => {
    await stage.clear();
    const key = newKey();
    const { id, $host } = (await stage.create({ key })).onboarding;
    integration_id = stage.simulator.complete(id).integration_id!;
    const early = await stage.call('GET', `${path}/${id}`, fresh);
    assert.deepEqual([early.status, early.problem.code], [503, 'host_not_ready']);
    assert.ok(early.headers['retry-after']);
    assert.ok(!early.text.includes(integration_id));
    assert.deepEqual((await stage.call('GET', path)).list.$data, []);

    await stage.letHostRemember();
    const { onboarding } = await stage.call('GET', `${path}/${id}`, fresh);
    assert.deepEqual([onboarding.state, onboarding.integration_id], ['completed', integration_id]);
    assert.deepEqual(onboarding.$host, $host);
    const actor = 'anna@usd259.example';
    assert.equal($host?.created_by, actor);
    assert.ok(Math.abs(Date.parse($host.created_at!) - Date.now()) < 60_000);
    const told = { tenant: 'usd-259', actor, onboarding_id: id, integration_id };
    assert.deepEqual(await stage.connections(), [told]);

    assert.equal((await stage.call('DELETE', `${path}/${id}`)).status, 409);
    assert.equal((await stage.call('POST', path, { key, body: {} })).status, 409);
    await stage.call('GET', `${path}/${id}`, fresh);
    assert.deepEqual(await stage.connections(), [told], 'the host is told once');
  });

  test('the same integration under a second district is a conflict and no connection', async () => {
    const before = await stage.connections();
    const { id } = (await stage.create({ as: 'ben' })).onboarding;
    stage.simulator.complete(id, { integrationId: integration_id });
    for (const headers of [fresh.headers, {}]) {
      const { status, problem } = await stage.call('GET', `${path}/${id}`, { as: 'ben', headers });
      assert.deepEqual([status, problem.code], [409, 'integration_conflict']);
    }
    assert.deepEqual((await stage.call('GET', path, { as: 'ben' })).list.$data, []);
    assert.deepEqual(await stage.connections(), before);
    assert.equal((await stage.call('DELETE', `${path}/${id}`, { as: 'ben' })).status, 409);
  });

  test('the sweep hears of a connection that no browser asks for', async () => {
    await stage.clear();
    const { id } = (await stage.create()).onboarding;
    const connected = stage.simulator.complete(id).integration_id;
    await stage.sweep();
    assert.equal((await stage.connections()).at(-1)?.integration_id, connected);
  });

  test('without an integration it is shown as it is, and the next click starts again', async () => {
    await stage.clear();
    const { id } = (await stage.create()).onboarding;
    stage.simulator.complete(id, { integration: false });
    const { onboarding } = await stage.call('GET', `${path}/${id}`, fresh);
    assert.deepEqual([onboarding.state, onboarding.integration_id], ['completed', null]);
    assert.equal((await stage.call('DELETE', `${path}/${id}`)).status, 409);
    assert.notEqual((await stage.create()).onboarding.id, id);
  });

  test('a deletion is answered the same however Edlink answers it', async () => {
    for (const deleteAnswer of ['200-body', '200-empty', '204'] as const) {
      await stage.clear();
      stage.simulator.configure({ deleteAnswer });
      const key = newKey();
      const { id } = (await stage.create({ key })).onboarding;
      assert.equal((await stage.call('DELETE', `${path}/${id}`)).status, 204, deleteAnswer);
      assert.equal((await stage.call('DELETE', `${path}/${id}`)).status, 204, 'gone already');
      assert.equal((await stage.call('GET', `${path}/${id}`)).status, 404);
      assert.equal((await stage.call('POST', path, { key, body: {} })).status, 409);
    }
  });
}
