import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Link, LinkList } from '../../src/contract/link.js';
import type { Onboarding, OnboardingList } from '../../src/contract/onboarding.js';
import { visit, type Visitor } from './browsing.js';
import { makeDirectory, openDemo } from './opening.js';

const wichita = '/districts/wichita-usd-259/edlink';
const json = { 'Content-Type': 'application/json' };

const link = (visitor: Visitor, user_id: number, external_id: string): Promise<Response> =>
  visitor.send('POST', '/edlink/links', JSON.stringify({ user_id, external_id }), json);

const linksOf = async (visitor: Visitor): Promise<Link[]> =>
  ((await (await visitor.get('/edlink/links')).json()) as LinkList).results;

const namesIn = async (visitor: Visitor, path: string): Promise<string[]> => {
  const page = await (await visitor.get(path)).text();
  return [...page.matchAll(/<a href="[^"]+" (?:aria-current="page")?>([^<]+)<\/a>/g)].map(
    ([, name = '']) => name,
  );
};

describe('the demo’s two screens', () => {
  test('are there for those they are meant for', async (context) => {
    const { url } = await openDemo(context);
    const [dana, maya, noor] = await Promise.all(['dana', 'maya', 'noor'].map((id) => visit(url).signIn(id)));
    assert.ok(dana && maya && noor);
    const all = ['Data connection', 'Onboardings', 'External links', 'A colleague’s view'];
    assert.deepEqual(await namesIn(dana, '/onboardings'), all);
    assert.deepEqual(await namesIn(noor, '/onboardings'), ['Onboardings']);
    assert.deepEqual(await namesIn(maya, '/links'), ['External links']);
    const home = async (visitor: Visitor) => (await visitor.get('/')).headers.get('Location');
    assert.deepEqual([await home(noor), await home(maya)], ['/onboardings', '/links']);
    const refused = [
      noor.get('/links'),
      noor.get('/connection'),
      maya.get('/onboardings'),
      maya.get('/changes'),
    ];
    assert.deepEqual(
      (await Promise.all(refused)).map(({ status }) => status),
      [404, 404, 404, 404],
    );
  });

  test('let staff invite a district, and see all that there are', async (context) => {
    const { url, simulator } = await openDemo(context);
    const [noor, dana] = [await visit(url).signIn('noor'), await visit(url).signIn('dana')];
    const page = await (await noor.get('/onboardings')).text();
    assert.match(page, /<district-onboardings\s+proxy="\/edlink"/);
    assert.ok(page.includes(`&quot;proxy&quot;:&quot;${wichita}&quot;`) && page.includes('Canvas'));
    assert.doesNotMatch(await (await dana.get('/onboardings')).text(), /Springfield/);

    const made = (await (await noor.create(wichita)).json()) as Onboarding;
    assert.equal(made.$host?.district, 'Wichita USD 259');
    assert.equal(made.$host.created_by, 'noor.haddad@lessonlake.example');
    await (await visit(url).signIn('luis')).create();
    const seenBy = async (visitor: Visitor) =>
      ((await (await visitor.get('/edlink/onboardings')).json()) as OnboardingList).$data.length;
    assert.deepEqual([await seenBy(noor), await seenBy(dana)], [2, 1]);
    assert.equal((await noor.create('/districts/nowhere/edlink')).status, 403);
    assert.equal((await (await visit(url).signIn('luis')).create(wichita)).status, 404);

    simulator.complete(made.id);
    await noor.get(`/edlink/onboardings/${made.id}`, { fresh: true });
    const known = (await (await dana.get('/connection')).json()) as Record<string, string>;
    assert.deepEqual([known['status'], known['startedBy']], ['Connected', 'noor.haddad@lessonlake.example']);
  });

  test('write down who changes a link before it is changed', async (context) => {
    const { url, simulator } = await openDemo(context);
    const [dana, maya] = [await visit(url).signIn('dana'), await visit(url).signIn('maya')];
    const [forWriters, forReaders] = await Promise.all(
      [dana, maya].map(async (one) => (await one.get('/links')).text()),
    );
    for (const page of [forWriters, forReaders])
      assert.match(page ?? '', /<external-links\s+proxy="\/edlink"/);
    const forWritersOnly = /<connect-district\s|links\.js/;
    assert.match(forWriters ?? '', forWritersOnly);
    assert.doesNotMatch(forReaders ?? '', forWritersOnly);
    assert.equal((await link(maya, 2001, 'x')).status, 403);

    simulator.configure({ faults: [{ kind: 'html-502', on: 'createLink', times: 1 }] });
    assert.equal((await link(dana, 1016, 'sis-1016')).status, 502);
    const { id } = (await (await link(dana, 1016, 'sis-1016')).json()) as Link;
    assert.equal((await dana.send('DELETE', `/edlink/links/${id}`)).status, 204);
    const changes = (await (await dana.get('/changes')).json()) as { who: string; what: string }[];
    const attempt = 'link member 1016, Pedro Alvarez';
    assert.deepEqual(
      changes.map(({ what }) => what),
      [`remove link ${id}`, attempt, attempt],
    );
    assert.equal(changes[0]?.who, 'dana.whitfield@usd259.example');
    assert.deepEqual(await (await (await visit(url).signIn('luis')).get('/changes')).json(), []);
  });

  test('propose links once a district is connected', async (context) => {
    const { url, simulator } = await openDemo(context);
    const dana = await visit(url).signIn('dana');
    assert.deepEqual(await (await dana.get('/candidates')).json(), []);
    const { id } = (await (await dana.create()).json()) as Onboarding;
    simulator.complete(id);
    await dana.get(`/edlink/onboardings/${id}`, { fresh: true });
    const candidates = (await (await dana.get('/candidates')).json()) as {
      user_id: number;
      external_id: string;
    }[];
    const linked = (await linksOf(dana)).map(({ external_id }) => external_id);
    const fresh = candidates.filter(({ external_id }) => !linked.includes(external_id));
    assert.ok(fresh.length > 0 && fresh.length < candidates.length, 'some are linked already');
    const last = fresh.at(-1);
    assert.equal((await link(dana, last?.user_id ?? 0, last?.external_id ?? '')).status, 201);
  });

  test('begin with every kind of link, and go on after a restart where they were', async (context) => {
    const directory = await makeDirectory();
    const first = await openDemo(context, { directory });
    const dana = await visit(first.url).signIn('dana');
    const before = await linksOf(dana);
    const ids = before.map(({ external_id }) => external_id);
    assert.ok(
      before.some(({ link_type }) => link_type === 'saml2'),
      'of SAML2',
    );
    assert.ok(
      before.some(({ last_external_update }) => last_external_update === null),
      'never updated',
    );
    assert.ok(new Set(ids).size < ids.length, 'twice');

    const made = (await (await link(dana, 1016, 'sis-1016')).json()) as Link;
    await dana.send('DELETE', `/edlink/links/${before[0]?.id}`);
    const left = await linksOf(dana);
    const changes = await (await dana.get('/changes')).json();
    await first.close();

    const second = await openDemo(context, { directory });
    const again = visit(second.url, dana.cookie);
    assert.deepEqual(await linksOf(again), left);
    assert.deepEqual(await (await again.get('/changes')).json(), changes);
    assert.ok(left.some(({ id }) => id === made.id));
  });
});
