import assert from 'node:assert/strict';
import { canvasId, type Stage } from '../../stage.js';
import type { Answer, CallOptions } from '../../calling.js';
import { canaries } from './canaries.js';

export const path = '/edlink/onboardings';
export const linksPath = '/edlink/links';

/** What the upstream says in every error: everything it was told, and more. */
export interface Echo {
  status: number;
  type: string;
  code: string;
}

export interface Life {
  stage: Stage;
  /** From now on Edlink answers like this; `undefined`: as usual. */
  echo: (echo: Echo | undefined) => void;
  /** Like `stage.call`, remembering the answer. */
  ask: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
}

/** From the creation to the end, with everything on its way that a browser may do. */
export async function live({ stage, ask }: Life): Promise<string> {
  const { clock, simulator } = stage;
  const body = { provider_id: canvasId };
  const made = await ask('POST', path, { body, key: canaries.key });
  assert.equal(made.status, 201);
  const { id } = made.onboarding;
  assert.equal((await ask('POST', path, { body, key: canaries.key })).status, 200);
  await ask('POST', path, { body: {}, key: canaries.key });
  await ask('POST', path, { as: 'ben', body });
  await fillInForm(stage, id);
  clock.passed += 60_000;
  const read = await ask('GET', `${path}/${id}`);
  assert.deepEqual([read.onboarding.state, read.onboarding.$host?.created_by], ['completed', canaries.actor]);
  for (const as of ['anne', 'ben', 'staff']) {
    await ask('GET', path, { as });
    await ask('GET', `${path}?limit=1`, { as });
    await ask('GET', `${path}/${id}`, { as });
    await ask('DELETE', `${path}/${id}`, { as });
  }
  await connectTwice({ stage, ask }, simulator.onboardings[0]?.integration_id ?? '');
  return id;
}

/** A link from its creation to its end. */
export async function link({ stage, ask }: Life): Promise<void> {
  const { addMembers, addLinks } = stage.simulator.school(canaries.school);
  addMembers([{ id: 456, name: 'Anne' }]);
  const body = { user_id: 456, external_id: canaries.identity };
  const made = await ask('POST', linksPath, { body });
  assert.equal(made.status, 201);
  assert.equal((await ask('POST', linksPath, { body })).status, 422);
  assert.equal((await ask('GET', linksPath)).links.count, 1);
  assert.equal((await ask('GET', linksPath, { as: 'ben' })).status, 404);
  assert.equal((await ask('DELETE', `${linksPath}/${made.link.id}`)).status, 204);
  const [saml] = addLinks([{ user: 456, link_type: 'saml2', external_id: 'x' }]);
  assert.equal((await ask('DELETE', `${linksPath}/${saml?.id}`)).status, 409);
}

/** What an admin types at Edlink. */
async function fillInForm({ simulator }: Stage, id: string): Promise<void> {
  const { clientId: client_id, clientSecret: client_secret } = canaries;
  const steps = [
    { step: 'source', provider_id: canvasId },
    { step: 'details', district_name: 'Unified', base_url: 'https://sis.example', client_id, client_secret },
    { step: 'permissions', permission: 'people' },
  ];
  for (const step of steps) {
    const url = `https://ed.link/onboard/${id}`;
    const { status } = await simulator.fetch(url, {
      method: 'POST',
      body: new URLSearchParams(step),
    });
    assert.ok(status < 400, step.step);
  }
}

/** The neighbour connects what is the district's already. */
async function connectTwice(
  { stage, ask }: Pick<Life, 'stage' | 'ask'>,
  integrationId: string,
): Promise<void> {
  const { id } = (await ask('POST', path, { as: 'ben', body: {} })).onboarding;
  stage.simulator.complete(id, { integrationId });
  stage.clock.passed += 60_000;
  const { problem } = await ask('GET', `${path}/${id}`, { as: 'ben' });
  assert.equal(problem.code, 'integration_conflict');
}

/** Everything that the proxy says no to. */
export async function refuse({ ask }: Life, id: string): Promise<void> {
  const refusals: Parameters<Life['ask']>[] = [
    ['GET', path, { as: null }],
    ['GET', path, { as: 'broken' }],
    ['GET', path, { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    ['GET', `${path}/${id}`, { as: 'ben' }],
    ['GET', '/nowhere'],
    ['GET', `${path}?tenant=1`],
    ['GET', `${path}?cursor=x`],
    ['POST', path, { body: '[' }],
    ['POST', path, { body: { team_id: id } }],
    ['POST', path, { body: { redirect_uri: 'https://evil.example/' } }],
    ['POST', path, { body: { x: 'x'.repeat(9_000) } }],
    ['POST', path, { body: 'x', headers: { 'Content-Type': 'text/plain' } }],
    ['DELETE', `${path}/${id}`],
    ['GET', linksPath, { as: 'broken' }],
    ['GET', `${linksPath}?cursor=x`],
    ['POST', linksPath, { body: { user_id: canaries.identity, external_id: canaries.identity } }],
    [
      'POST',
      linksPath,
      { body: { user_id: 456, external_id: canaries.identity, link_type: canaries.identity } },
    ],
    ['POST', linksPath, { body: { user_id: 457, external_id: canaries.identity } }],
    ['DELETE', `${linksPath}/7`],
  ];
  for (const [method, target, options] of refusals) {
    assert.ok((await ask(method, target, options)).status >= 400, `${method} ${target}`);
  }
}

const echoes: Echo[] = [200, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503].flatMap((status) => [
  { status, type: 'application/json', code: status === 400 ? 'INVALID_TOKEN' : 'UNKNOWN' },
  { status, type: 'text/html', code: '' },
]);

/** Everything that Edlink and Pathwright say no to, in their own indiscreet words. */
export async function hearEchoes({ stage, echo, ask }: Life): Promise<void> {
  for (const given of echoes) {
    const { id } = (await ask('POST', path, { as: 'eve', body: {} })).onboarding;
    stage.clock.passed += 900_000;
    echo(given);
    await ask('GET', `${path}/${id}`, { as: 'eve' });
    await ask('GET', path, { as: 'staff' });
    await ask('POST', path, { as: 'eve', body: { provider_id: canvasId } });
    await ask('DELETE', `${path}/${id}`, { as: 'eve' });
    await ask('GET', linksPath, { as: 'eve' });
    await ask('POST', linksPath, { as: 'eve', body: { user_id: 456, external_id: canaries.identity } });
    await ask('DELETE', `${linksPath}/7`, { as: 'eve' });
    echo(undefined);
    stage.clock.passed += 900_000;
  }
}
