import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { simulatorDefaults } from '../../src/simulator/index.js';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { create, remove } from './calling.js';

const served = await serveSimulator();
const { simulator, url } = served;
after(() => served.close());
beforeEach(() => simulator.reset());

const { canvasId, googleClassroomId } = simulatorDefaults;
const open = (id: string, query = '') => fetch(`${url}/onboard/${id}${query}`, { redirect: 'manual' });
const stateOf = (id: string) => simulator.onboardings.find((record) => record.id === id)?.state;

const submit = (id: string, fields: Record<string, string>) =>
  fetch(`${url}/onboard/${id}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

const details = {
  step: 'details',
  district_name: 'Maple <b>Valley',
  base_url: 'https://sis.example.org',
  client_id: '1',
  client_secret: 'canary-secret',
};

/** All steps but the last. */
async function fillIn(id: string, provider = canvasId): Promise<void> {
  await open(id);
  await submit(id, { step: 'overview' });
  await submit(id, { step: 'source', provider_id: provider });
  await submit(id, details);
}

const createIntegration = (id: string) => submit(id, { step: 'permissions', permission: 'schools' });

describe('the journey', () => {
  test('leads from step to step to the end', async () => {
    const id = await create(simulator);
    const steps: [fields: Record<string, string>, heading: RegExp][] = [
      [{ step: 'overview' }, /<h1>Choose a data source/],
      [{ step: 'source', provider_id: canvasId }, /<h1>Connect Canvas/],
      [details, /<h1>Permissions/],
      [{ step: 'permissions', permission: 'people' }, /is connected to/],
    ];
    assert.match(await (await open(id)).text(), /asks you to connect/);
    for (const [fields, heading] of steps) {
      const answer = await submit(id, fields);
      assert.equal(answer.status, 303);
      const next = await fetch(new URL(answer.headers.get('Location') ?? '', url));
      assert.equal(next.status, 200);
      assert.match(await next.text(), heading);
    }
    assert.equal(stateOf(id), 'completed');
  });

  test('goes home with the redirect_uri, its query kept or not, ours added or not', async () => {
    const home = async () => {
      const id = await create(simulator, { redirect_uri: 'https://vendor.example/return?x=1' });
      await fillIn(id);
      const location = (await createIntegration(id)).headers.get('Location');
      const integration = simulator.onboardings.at(-1)?.integration_id;
      return location?.replace(id, 'ID').replace(String(integration), 'INTEGRATION');
    };
    assert.equal(await home(), 'https://vendor.example/return?x=1');
    simulator.configure({ redirectAddsQuery: true });
    assert.equal(
      await home(),
      'https://vendor.example/return?x=1&onboarding_id=ID&integration_id=INTEGRATION',
    );
    simulator.configure({ redirectKeepsQuery: false, redirectAddsQuery: false });
    assert.equal(await home(), 'https://vendor.example/return');
  });

  test('what was typed in reaches the integration, escaped on the page, the secret nowhere', async () => {
    const id = await create(simulator, { automatic_approval: true });
    await fillIn(id);
    const done = await fetch(new URL((await createIntegration(id)).headers.get('Location') ?? '', url));
    assert.match(await done.text(), /Maple &lt;b&gt;Valley is connected/);
    const record = simulator.onboardings[0];
    const secret = { Authorization: `Bearer ${simulatorDefaults.applicationSecret}` };
    const answer = await fetch(`${url}/api/v1/integrations/${record?.integration_id}`, { headers: secret });
    const { $data } = (await answer.json()) as { $data: Record<string, unknown> };
    assert.deepEqual(
      [$data.status, $data.permissions, ($data.provider as { id: string }).id],
      ['active', ['schools'], canvasId],
    );
    assert.ok(!JSON.stringify([record, $data]).includes('canary-secret'));
  });

  test('a locked provider is the only choice', async () => {
    const id = await create(simulator, { provider_id: googleClassroomId });
    const page = await (await open(id, '?step=source')).text();
    assert.ok(page.includes(googleClassroomId) && !page.includes(canvasId));
    assert.equal((await submit(id, { step: 'source', provider_id: canvasId })).status, 422);
  });

  test('startedBy: opening, choosing or nothing; a HEAD is nobody', async () => {
    const id = await create(simulator);
    await fetch(`${url}/onboard/${id}`, { method: 'HEAD' });
    assert.equal(stateOf(id), 'created');
    simulator.configure({ startedBy: 'choosing' });
    await open(id);
    assert.equal(stateOf(id), 'created');
    await submit(id, { step: 'source', provider_id: canvasId });
    assert.equal(stateOf(id), 'started');
    const other = await create(simulator);
    simulator.configure({ startedBy: 'nothing' });
    await fillIn(other);
    assert.equal(stateOf(other), 'created');
    const third = await create(simulator);
    simulator.configure({ startedBy: 'opening' });
    await open(third);
    assert.equal(stateOf(third), 'started');
  });
});

describe('what can go wrong on the page', () => {
  test('a wrong form comes back with the reason', async () => {
    const id = await create(simulator);
    await submit(id, { step: 'source', provider_id: canvasId });
    const rows: [fields: Record<string, string>, reason: RegExp][] = [
      [{ step: 'source' }, /Choose the system/],
      [{ ...details, district_name: ' ' }, /name of your district/],
      [{ ...details, base_url: 'javascript:alert(1)' }, /base URL/],
      [{ ...details, client_id: '' }, /client ID/],
      [{ ...details, client_secret: '' }, /client secret/],
    ];
    for (const [fields, reason] of rows) {
      const answer = await submit(id, fields);
      assert.equal(answer.status, 422);
      assert.match(await answer.text(), reason);
    }
    await submit(id, details);
    assert.equal((await submit(id, { step: 'permissions' })).status, 422);
    assert.notEqual(stateOf(id), 'completed');
  });

  test('a step cannot be skipped', async () => {
    const id = await create(simulator);
    assert.match((await open(id, '?step=details')).headers.get('Location') ?? '', /step=source$/);
    assert.match((await open(id, '?step=permissions')).headers.get('Location') ?? '', /step=details$/);
    assert.match((await open(id, '?step=constructor')).headers.get('Location') ?? '', /step=overview$/);
    await createIntegration(id);
    assert.notEqual(stateOf(id), 'completed');
  });

  test('leaving keeps what was entered', async () => {
    const id = await create(simulator);
    await fillIn(id);
    assert.match(await (await open(id, '?step=later')).text(), /finish later/);
    assert.match(await (await open(id, '?step=details')).text(), /value="Maple &lt;b&gt;Valley"/);
  });

  test('links that no longer lead anywhere say so', async () => {
    const [deleted, completed, expired] = [
      await create(simulator),
      await create(simulator),
      await create(simulator, { expiration_date: new Date(Date.now() + 30).toISOString() }),
    ];
    await remove(simulator, deleted);
    simulator.complete(completed);
    await new Promise((resolve) => setTimeout(resolve, 40));
    const rows: [id: string, status: number, heading: RegExp][] = [
      [crypto.randomUUID(), 404, /does not exist/],
      ['..%2f', 404, /does not exist/],
      [deleted, 410, /withdrawn/],
      [completed, 410, /been used/],
      [expired, 410, /expired/],
    ];
    for (const [id, status, heading] of rows) {
      const answer = await open(id);
      assert.equal(answer.status, status, id);
      assert.match(await answer.text(), heading);
    }
    assert.equal((await createIntegration(expired)).status, 410);
  });
});

describe('the page itself', () => {
  test('loads nothing but its style sheet, and runs no script', async () => {
    const answer = await open(await create(simulator));
    const text = await answer.text();
    assert.match(
      answer.headers.get('Content-Security-Policy') ?? '',
      /^default-src 'none'; style-src 'self'/,
    );
    assert.match(text, /<html lang="en">/);
    assert.deepEqual(text.match(/(?:src|href)="[^"]*\.\w+"|<script|<style/g), ['href="/onboard.css"']);
    assert.match(text, /simulation of Edlink/);
    const style = await fetch(`${url}/onboard.css`);
    assert.match(style.headers.get('Content-Type') ?? '', /^text\/css/);
  });

  test('coop: the header is there when it is set', async () => {
    const id = await create(simulator);
    const coop = async () => (await open(id)).headers.get('Cross-Origin-Opener-Policy');
    assert.equal(await coop(), null);
    simulator.configure({ coop: 'same-origin' });
    assert.equal(await coop(), 'same-origin');
  });
});
