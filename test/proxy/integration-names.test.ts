import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Connected, ProxyOptions } from '../../src/proxy/index.js';
import { simulatorDefaults, type SimulatorSettingsPatch } from '../../src/simulator/index.js';
import { canvasId, setStage } from './stage.js';

const path = '/edlink/onboardings';
const { applicationSecret, districtName } = simulatorDefaults;
const describeIntegration = { token: applicationSecret };

async function setCompleted(
  context: TestContext,
  changes: Partial<Omit<ProxyOptions, 'edlink'>> = {},
  settings: SimulatorSettingsPatch = {},
) {
  const told: Connected[] = [];
  const stage = await setStage(
    context,
    { describeIntegration, onConnected: (one) => told.push(one), ...changes },
    settings,
  );
  const { id } = (await stage.create({ body: { provider_id: canvasId } })).onboarding;
  stage.simulator.complete(id);
  const read = () => stage.call('GET', `${path}/${id}`, { headers: { 'Cache-Control': 'no-cache' } });
  return { ...stage, told, read };
}

describe('describeIntegration', () => {
  test('tells the browser and the host whose system it is', async (context) => {
    const { read, told, simulator } = await setCompleted(context);
    const names = { provider: 'Canvas', team: districtName };
    assert.deepEqual((await read()).onboarding.$host?.integration, names);
    assert.deepEqual(told[0]?.integration, names);
    await read();
    assert.equal(simulator.requests.counts.integration, 1, 'and remembers it');
  });

  test('asks with the application’s secret, and shows nothing else of the answer', async (context) => {
    const { read, simulator } = await setCompleted(context);
    const { text, onboarding } = await read();
    const asked = simulator.requests.log.find(({ operation }) => operation === 'integration');
    assert.equal(asked?.authorization, `Bearer ${applicationSecret}`);
    assert.equal(asked.path, `/api/v1/integrations/${onboarding.integration_id}`);
    const edlinks = await simulator.fetch(`https://ed.link${asked.path}`, {
      headers: { Authorization: asked.authorization },
    });
    const { access_token } = ((await edlinks.json()) as { $data: { access_token: string } }).$data;
    assert.ok(access_token && !text.includes(access_token));
  });

  test('takes a function for the secret', async (context) => {
    const { read } = await setCompleted(context, {
      describeIntegration: { token: () => Promise.resolve(applicationSecret) },
    });
    assert.equal((await read()).onboarding.$host?.integration?.provider, 'Canvas');
  });

  const troubles: [title: string, settings: SimulatorSettingsPatch][] = [
    ['refuses', { faults: [{ kind: 'edlink-error', on: 'integration', code: 'NO_PERMISSION' }] }],
    ['is broken', { faults: [{ kind: 'html-500', on: 'integration' }] }],
    [
      'answers with another one',
      { faults: [{ kind: 'override', on: 'integration', fields: { id: canvasId } }] },
    ],
    [
      'gives numbers for names',
      { faults: [{ kind: 'override', on: 'integration', fields: { team: { name: 1 } } }] },
    ],
    ['is silent', { faults: [{ kind: 'hang', on: 'integration' }] }],
  ];
  test('does not ask again and again after a failure', async (context) => {
    const { read, call, simulator } = await setCompleted(context, {
      describeIntegration: { token: 'wrong' },
    });
    const { id } = (await read()).onboarding;
    for (let count = 0; count < 5; count++) await call('GET', `${path}/${id}`);
    assert.equal(simulator.requests.counts.integration, 1);
  });

  for (const [title, settings] of troubles) {
    test(`is left out when Edlink ${title}: the connection is not in doubt`, async (context) => {
      const { read, told } = await setCompleted(context, {}, settings);
      const { status, onboarding } = await read();
      assert.deepEqual([status, onboarding.state], [200, 'completed']);
      assert.equal(onboarding.$host?.integration, undefined);
      assert.ok(told[0] && !('integration' in told[0]));
    });
  }

  test('is not asked unless the host wants it, nor before there is an integration', async (context) => {
    const { create, call, simulator } = await setStage(context, { describeIntegration });
    const { id } = (await create()).onboarding;
    await call('GET', `${path}/${id}`);
    assert.equal(simulator.requests.counts.integration, 0);
    const without = await setCompleted(context, { describeIntegration: undefined } as never);
    await without.read();
    assert.equal(without.simulator.requests.counts.integration, 0);
  });

  test('cuts names that are too long to show', async (context) => {
    const fields = {
      team: { name: 'x'.repeat(5_000) },
      provider: null,
      source: { provider: { name: 'Canvas' } },
    };
    const { read } = await setCompleted(
      context,
      {},
      {
        faults: [{ kind: 'override', on: 'integration', fields }],
      },
    );
    const names = (await read()).onboarding.$host?.integration;
    assert.deepEqual([names?.team?.length, names?.provider], [200, 'Canvas']);
  });
});
