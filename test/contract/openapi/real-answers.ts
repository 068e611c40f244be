import type { TestContext } from 'node:test';
import { isLinkRoute, routes, type RouteName } from '../../../src/contract/routes.js';
import type { Fault } from '../../../src/simulator/index.js';
import { newKey, type Answer, type CallOptions } from '../../proxy/calling.js';
import { authorize, providers, school, setStage, type Stage } from '../../proxy/stage.js';
import type { RealAnswer } from './conformance.js';

const base = '/districts/usd-259/edlink';
const otherBase = '/districts/usd-500/edlink';

/** The reference proxy's answers to every route, in every kind of trouble. */
export async function collectAnswers(context: TestContext): Promise<RealAnswer[]> {
  const stage = await setStage(context, {
    basePath: '/districts/:tenant/edlink',
    edlink: { timeout: 300 },
    pathwright: { timeout: 300 },
    describeTenant: () => ({ district: 'Maple Valley' }),
    watched: true,
    authorize: (request, parameters) => {
      if (request.headers.get('Cookie') === 'session=broken') throw new Error('the database is down');
      return authorize(request, parameters);
    },
  });
  const answers: RealAnswer[] = [];
  const keep: Keep = async (route, options = {}) => {
    const { id, query = '', in: mount = base, ...others } = options;
    const { method, path } = routes[route];
    const body = method === 'POST' ? { body: bodies[route] ?? {} } : {};
    const unknown = isLinkRoute(route) ? '999' : unknownId;
    const url = `${mount}/${path.replace('{id}', id ?? unknown)}${query}`;
    const answer = await stage.call(method, url, { ...body, ...others });
    answers.push({ route, answer });
    return answer;
  };
  const { id } = (await keep('createOnboarding')).onboarding;
  for (const route of Object.keys(routes) as RouteName[]) {
    const mine = isLinkRoute(route) ? {} : { id };
    await meetTrouble(stage, (options) => keep(route, { ...mine, ...options }), upstreamTrouble(route));
  }
  await live(stage, keep);
  await link(stage, keep);
  await stage.proxy.close();
  for (const route of Object.keys(routes) as RouteName[]) await keep(route);
  return answers;
}

const bodies: Partial<Record<RouteName, object>> = { createLink: { user_id: 456, external_id: 'a' } };

const unknownId = '5f0e3c1a-9b7d-4c55-8a51-0d9a5c9d1b99';

type Options = CallOptions & { id?: string; query?: string; in?: string };
type Keep = (route: RouteName, options?: Options) => Promise<Answer>;

/** What every route may meet. */
async function meetTrouble(
  { simulator, clock }: Stage,
  call: (options: Options) => Promise<unknown>,
  faults: Fault[],
): Promise<void> {
  await call({ as: null });
  await call({ as: 'broken' });
  await call({ headers: { 'X-Requested-With': undefined } });
  await call({ in: otherBase });
  for (const fault of faults) {
    // Past what is shared, and past the pause of a 429.
    clock.passed += 20_000;
    simulator.configure({ faults: [fault] });
    await call({});
  }
  clock.passed += 20_000;
  simulator.configure({ faults: [] });
}

const upstreamTrouble = (route: RouteName): Fault[] => [
  { on: 'any', kind: 'html-502', committed: false },
  isLinkRoute(route)
    ? { on: 'any', kind: 'pathwright-error', status: 401, body: { detail: 'Invalid token.' } }
    : { on: 'any', kind: 'edlink-error', code: 'INVALID_TOKEN' },
  { on: 'any', kind: 'non-json' },
  { on: 'any', kind: 'hang' },
  { on: 'any', kind: 'rate-limit', retryAfterAs: 'seconds', seconds: 1 },
];

/** What else can happen in the life of an onboarding. */
async function live({ simulator, clock }: Stage, keep: Keep): Promise<void> {
  const key = newKey();
  const ask = { key, body: { provider_id: providers[1] } };
  const { id } = (await keep('createOnboarding', ask)).onboarding;
  await keep('createOnboarding', ask);
  await keep('createOnboarding', { key, body: { provider_id: providers[2] } });
  await keep('createOnboarding', { body: { automatic_approval: true } });
  await keep('createOnboarding', { body: `{"provider_id":"${'x'.repeat(9000)}"}` });
  await keep('createOnboarding', { headers: { 'Content-Type': 'text/plain' } });
  await keep('listOnboardings', { query: '?limit=1' });
  await keep('listOnboardings', { query: `?id=${id}` });
  await keep('listOnboardings', { query: '?limit=101' });
  await keep('deleteOnboarding', { id });
  await keep('deleteOnboarding', { id });
  await keep('createOnboarding', ask);

  const mine = (await keep('createOnboarding', { body: { provider_id: providers[3] } })).onboarding;
  const { integration_id } = simulator.complete(mine.id);
  clock.passed += 20_000;
  await keep('readOnboarding', { id: mine.id });
  await keep('deleteOnboarding', { id: mine.id });
  const theirs = (await keep('createOnboarding', { as: 'ben', in: otherBase })).onboarding;
  simulator.complete(theirs.id, { integrationId: String(integration_id) });
  clock.passed += 20_000;
  await keep('readOnboarding', { as: 'ben', in: otherBase, id: theirs.id });
}

/** What else can happen to links. */
async function link({ simulator }: Stage, keep: Keep): Promise<void> {
  const { addMembers, addLinks } = simulator.school(school);
  addMembers([{ id: 456, name: 'Anna' }]);
  const saml = { user: 456, link_type: 'saml2', external_id: 'anna@maple-valley.example' };
  const samlId = addLinks([saml])[0]?.id;
  const made = await keep('createLink');
  await keep('createLink');
  simulator.configure({ duplicateExternalId: 'non-field-error' });
  await keep('createLink');
  await keep('createLink', { body: { user_id: 456, external_id: 'b', link_type: 'saml2' } });
  await keep('createLink', { body: `{"x": "${'x'.repeat(9000)}"}` });
  await keep('createLink', { headers: { 'Content-Type': 'text/plain' } });
  await keep('createLink', { as: 'lea' });
  simulator.configure({ linkPageSize: 1 });
  const { next } = (await keep('listLinks')).links;
  await keep('listLinks', { query: `?cursor=${next}` });
  await keep('listLinks', { query: '?page=2' });
  await keep('deleteLink', { id: `${samlId}` });
  await keep('deleteLink', { id: `${made.link.id}` });
}
