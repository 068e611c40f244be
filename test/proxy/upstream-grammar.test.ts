import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ProxyOptions } from '../../src/proxy/index.js';
import { canvasId, page, school, setStage, teamId, token } from './stage.js';
import { checkGrammar } from './upstream-grammar.js';
import type { WireRequest } from './upstream-tap.js';

const id = crypto.randomUUID();

type Kind = 'create' | 'read' | 'list' | 'delete' | 'links' | 'page' | 'link' | 'unlink';

type Change = (request: WireRequest) => WireRequest;

const line =
  (from: string | RegExp, to: string): Change =>
  (request) => ({ ...request, line: request.line.replace(from, to) });
const header =
  (name: string, value: string): Change =>
  (request) => ({
    ...request,
    headers: [...request.headers.filter(([other]) => other !== name), [name, value]],
  });
const without =
  (name: string): Change =>
  (request) => ({ ...request, headers: request.headers.filter(([other]) => other !== name) });
const members =
  (fields: object): Change =>
  (request) => {
    const body = JSON.stringify({ ...(JSON.parse(request.body || '{}') as object), ...fields });
    return header('content-length', String(body.length))({ ...request, body });
  };

/** What a proxy with a mistake might send. */
const rows: [title: string, of: Kind, change: Change][] = [
  ['another method', 'read', line('GET', 'PATCH')],
  ['the collection deleted', 'delete', line(/\/[\da-f-]{36} /, ' ')],
  ['another team', 'read', line(teamId, id)],
  ['another path', 'read', line('onboardings', 'integrations')],
  ['the team’s token for an integration', 'read', line(/\/teams.*onboardings/, '/integrations')],
  ['a path below', 'read', line(' HTTP', '/x HTTP')],
  ['a dot segment', 'read', line(/[\da-f-]{36} /, '.. ')],
  ['an id in capitals', 'read', line(/[\da-f-]{36} /, `${id.toUpperCase()} `)],
  ['a query beside an id', 'read', line(' HTTP', '?x=1 HTTP')],
  ['a filter', 'list', line(' HTTP', '&state=created HTTP')],
  ['no page length', 'list', line(/\?\S+/, '')],
  ['no idempotency', 'create', line(/\?\S+/, '')],
  ['the browser’s own key', 'create', line(/=\S+/, `=${id}`)],
  ['a cookie', 'read', header('Cookie', 'session=anna')],
  ['a forwarded header', 'read', header('X-Forwarded-For', '1.2.3.4')],
  ['the browser’s Accept', 'read', header('Accept', 'text/html')],
  ['another token', 'read', header('Authorization', 'Bearer other')],
  ['no token', 'read', without('Authorization')],
  [
    'the token twice',
    'read',
    (request) => ({ ...request, headers: [...request.headers, ['Authorization', `Bearer ${token}`]] }),
  ],
  ['another type', 'create', header('Content-Type', 'text/plain')],
  ['a body of a read', 'read', (request) => ({ ...request, body: '{}' })],
  ['a member that is not Edlink’s', 'create', members({ tenant: 'usd-259' })],
  ['approval that nobody asked for', 'create', members({ automatic_approval: true })],
  ['a team that nobody asked for', 'create', members({ team_id: id })],
  ['another application', 'create', members({ application_id: id })],
  ['a foreign redirect', 'create', members({ redirect_uri: `${page}.evil.example/` })],
  ['a redirect in another spelling', 'create', members({ redirect_uri: `${page}/x/../y` })],
  ['a provider that is no UUID', 'create', members({ provider_id: 'canvas' })],
  ['a date that is none', 'create', members({ expiration_date: 'soon' })],
  ['no application', 'create', members({ application_id: undefined })],
  ['another school', 'links', line(school, '..')],
  ['a link read singly', 'unlink', line('DELETE', 'GET')],
  ['all links deleted', 'unlink', line(/\d+\/ /, ' ')],
  ['a link without the slash', 'unlink', line('/ HTTP', ' HTTP')],
  ['a link’s id that is none', 'unlink', line(/\d+\/ /, '0/ ')],
  ['an identity in a path', 'unlink', line(/\d+\/ /, 'anna@example/ ')],
  ['a position that is no query', 'page', line('page=', '/../')],
  ['an endless position', 'page', line('page=', `${'x'.repeat(2_049)}=`)],
  ['Edlink’s token for a school', 'links', header('Authorization', `Bearer ${token}`)],
  ['a school’s token for Edlink', 'read', header('Authorization', `Token ${token}`)],
  ['a member of a link that nobody asked for', 'link', members({ link_type: 'saml2' })],
  ['a link of nobody', 'link', members({ user_id: undefined })],
  ['a link as nobody', 'link', members({ external_id: ' ' })],
  ['a text for a number', 'link', members({ user_id: '456' })],
];

test('the grammar of what goes upstream', async (context) => {
  const { good, options } = await record(context);
  await context.test('takes what the proxy sends', () => checkGrammar(Object.values(good), options));
  for (const [title, of, change] of rows) {
    await context.test(`has no room for ${title}`, () => {
      assert.throws(() => checkGrammar([change(good[of])], options), assert.AssertionError);
    });
  }
  await context.test('has no room for links where the host has none', () => {
    const { pathwright: _, ...others } = options;
    assert.throws(() => checkGrammar([good.links], others), assert.AssertionError);
  });
});

async function record(
  context: TestContext,
): Promise<{ good: Record<Kind, WireRequest>; options: ProxyOptions }> {
  const { create, call, clock, sent, options, simulator } = await setStage(
    context,
    { pathwright: {} },
    { linkPageSize: 1 },
  );
  const path = '/edlink/onboardings';
  const made = (await create({ body: { provider_id: canvasId, redirect_uri: `${page}/` } })).onboarding.id;
  clock.passed += 60_000;
  await call('GET', `${path}/${made}`);
  await call('GET', path, { as: 'staff' });
  await call('DELETE', `${path}/${made}`);
  simulator.school(school).addMembers([{ id: 456, name: 'Anna' }]);
  for (const external_id of ['a', 'b'])
    await call('POST', '/edlink/links', { body: { user_id: 456, external_id } });
  const { next, results } = (await call('GET', '/edlink/links')).links;
  await call('GET', `/edlink/links?cursor=${next}`);
  await call('DELETE', `/edlink/links/${results[0]?.id}`);
  const of = (start: RegExp) => sent.requests().find(({ line }) => start.test(line)) as WireRequest;
  const good = {
    create: of(/^POST/),
    read: of(/^GET \S+s\//),
    list: of(/^GET \S+\?/),
    delete: of(/^DELETE/),
    links: of(/^GET \S+link\/ /),
    page: of(/^GET \S+link\/\?/),
    link: of(/^POST \S+link\//),
    unlink: of(/^DELETE \S+link\//),
  };
  return { good, options };
}
