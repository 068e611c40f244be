import type { TestContext } from 'node:test';
import { routes, type RouteName } from '../../../src/contract/routes.js';
import type { Fault } from '../../../src/simulator/index.js';
import { newKey, type Answer, type CallOptions } from '../../proxy/calling.js';
import { authorize, providers, setStage, type Stage } from '../../proxy/stage.js';
import type { RealAnswer } from './conformance.js';

const base = '/districts/usd-259/edlink';
const otherBase = '/districts/usd-500/edlink';

/** The reference proxy's answers to every route, in every kind of trouble. */
export async function collectAnswers(context: TestContext): Promise<RealAnswer[]> {
  const stage = await setStage(context, {
    basePath: '/districts/:tenant/edlink',
    edlink: { timeout: 300 },
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
    const body = method === 'POST' ? { body: {} } : {};
    const url = `${mount}/${path.replace('{id}', id ?? unknownId)}${query}`;
    const answer = await stage.call(method, url, { ...body, ...others });
    answers.push({ route, answer });
    return answer;
  };
  const { id } = (await keep('createOnboarding')).onboarding;
  for (const route of Object.keys(routes) as RouteName[]) {
    await meetTrouble(stage, (options) => keep(route, { id, ...options }));
  }
  await live(stage, keep);
  await stage.proxy.close();
  for (const route of Object.keys(routes) as RouteName[]) await keep(route);
  return answers;
}

const unknownId = '5f0e3c1a-9b7d-4c55-8a51-0d9a5c9d1b99';

type Options = CallOptions & { id?: string; query?: string; in?: string };
type Keep = (route: RouteName, options?: Options) => Promise<Answer>;

/** What every route may meet. */
async function meetTrouble(
  { simulator, clock }: Stage,
  call: (options: Options) => Promise<unknown>,
): Promise<void> {
  await call({ as: null });
  await call({ as: 'broken' });
  await call({ headers: { 'X-Requested-With': undefined } });
  await call({ in: otherBase });
  for (const fault of upstreamTrouble) {
    // Past what is shared, and past the pause of a 429.
    clock.passed += 20_000;
    simulator.configure({ faults: [fault] });
    await call({});
  }
  clock.passed += 20_000;
  simulator.configure({ faults: [] });
}

const upstreamTrouble: Fault[] = [
  { on: 'any', kind: 'html-502', committed: false },
  { on: 'any', kind: 'edlink-error', code: 'INVALID_TOKEN' },
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
