import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, simulatorDefaults } from '../../src/simulator/index.js';
import { call, create, createBody, onboardingsPath } from './calling.js';

const { token, readToken, applicationSecret } = simulatorDefaults;
const otherTeam = onboardingsPath.replace(simulatorDefaults.teamId, crypto.randomUUID());

describe('access', () => {
  const rows: [title: string, method: string, path: string, token: string, code?: string][] = [
    ['no token', 'GET', onboardingsPath, '', 'INVALID_TOKEN'],
    ['a wrong token', 'GET', onboardingsPath, `${token}x`, 'INVALID_TOKEN'],
    ['an expired token', 'GET', onboardingsPath, 'old', 'EXPIRED_TOKEN'],
    ['an application secret', 'GET', onboardingsPath, applicationSecret, 'INVALID_TOKEN'],
    ['another team', 'GET', otherTeam, token, 'NO_PERMISSION'],
    ['a team that is no UUID', 'GET', '/api/v1/teams/mine/onboardings', token, 'INVALID_UUID'],
    ['reading with the reading token', 'GET', onboardingsPath, readToken],
    ['writing with the reading token', 'POST', onboardingsPath, readToken, 'NO_PERMISSION'],
    ['a route that does not exist', 'PUT', onboardingsPath, token, 'NOT_FOUND'],
    ['an onboarding id that is no UUID', 'GET', `${onboardingsPath}/7`, token, 'INVALID_UUID'],
  ];
  for (const [title, method, path, used, code] of rows) {
    test(`${title}: ${code ?? 'allowed'}`, async () => {
      const simulator = createSimulator({ expiredTokens: ['old'] });
      const options = method === 'POST' ? { token: used, body: createBody } : { token: used };
      assert.equal((await call(simulator.fetch, method, path, options)).code, code);
    });
  }

  test('providers are listed for the team', async () => {
    const { list } = await call(createSimulator().fetch, 'GET', '/api/v1/providers');
    assert.ok(list.some(({ id, name }) => id === simulatorDefaults.canvasId && name === 'Canvas'));
  });
});

describe('integration', () => {
  async function completed() {
    const simulator = createSimulator();
    const { integration_id } = simulator.complete(await create(simulator));
    const path = `/api/v1/integrations/${integration_id}`;
    return { simulator, readWith: (used: string) => call(simulator.fetch, 'GET', path, { token: used }) };
  }

  test('is read with the application secret and carries an access token', async () => {
    const { readWith } = await completed();
    const { object } = await readWith(applicationSecret);
    assert.match(object.access_token as string, /^simulated-access-token-/);
    assert.deepEqual(Object.keys(object.provider as object), ['id', 'application', 'name', 'icon_url']);
    assert.deepEqual((object.team as { name: string }).name, simulatorDefaults.districtName);
    assert.equal((await readWith(object.access_token as string)).status, 200);
  });

  test('is read with the team token only when that is switched on', async () => {
    const { simulator, readWith } = await completed();
    assert.equal((await readWith(token)).code, 'NO_PERMISSION');
    assert.equal((await readWith('wrong')).code, 'INVALID_TOKEN');
    simulator.configure({ teamTokenReadsIntegrations: true });
    assert.equal((await readWith(token)).status, 200);
  });

  test('calls its state status or state', async () => {
    const { simulator, readWith } = await completed();
    assert.equal((await readWith(applicationSecret)).object.status, 'requested');
    simulator.configure({ integrationStateField: 'state' });
    const { object } = await readWith(applicationSecret);
    assert.deepEqual([object.state, object.status], ['requested', undefined]);
  });

  test('an unknown one is not found', async () => {
    const path = `/api/v1/integrations/${crypto.randomUUID()}`;
    const answer = await call(createSimulator().fetch, 'GET', path, { token: applicationSecret });
    assert.equal(answer.code, 'NOT_FOUND');
  });
});
