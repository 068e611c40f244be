import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../calling.js';
import { Cast, providerOf, sessionOf } from './cast.js';
import {
  actors,
  isId,
  isOfLinks,
  linkRoutes,
  owners,
  routes,
  states,
  verdictOn,
  type Actor,
  type Cell,
  type LinkRoute,
  type Mount,
  type Owner,
  type Verdict,
} from './rules.js';

const mountsUnder: Record<string, Mount[]> = {
  '/edlink': ['/edlink'],
  '/districts/:tenant/edlink': ['/districts/usd-259/edlink', '/districts/usd-500/edlink'],
};

for (const [basePath, mounts] of Object.entries(mountsUnder)) {
  test(`authorization under ${basePath}: who × route × whose × state`, async (context) => {
    const cast = await Cast.set(context, basePath);
    for (const mount of mounts) {
      for (const actor of keysOf(actors)) {
        await context.test(`${actor} at ${mount}`, async () => {
          const wrong: unknown[] = [];
          for await (const { verdict, ...cell } of ask(cast, mount, actor)) {
            const expected = verdictOn(cell);
            if (verdict !== expected) wrong.push({ ...cell, verdict, expected });
          }
          assert.deepEqual(wrong, []);
        });
      }
    }
  });
}

/** Lists come first, while everything is as it was set; one request is enough for all their cells. */
async function* ask(cast: Cast, mount: Mount, actor: Actor): AsyncGenerator<Cell & { verdict: Verdict }> {
  await cast.ids();
  const lists = new Map<string, Promise<Answer>>();
  for (const cell of cellsOf(mount, actor)) yield { ...cell, verdict: await askOne(cast, cell, lists) };
}

/** What is no id of an onboarding is in no state, and in no list. */
function* cellsOf(mount: Mount, actor: Actor): Generator<Cell> {
  for (const route of routes) {
    for (const owner of keysOf(owners)) {
      if (!isId(owner) && (route === 'list' || route === 'create')) continue;
      for (const state of isId(owner) ? states : states.slice(0, 1))
        yield { mount, actor, route, owner, state };
    }
  }
  for (const route of linkRoutes) {
    for (const owner of linkOwners[route]) yield { mount, actor, route, owner, state: 'created' };
  }
}

/** All links are Pathwright's, and in one state. */
const linkOwners: Record<LinkRoute, Owner[]> = {
  'list links': ['district', 'another'],
  'delete link': ['district', 'another', 'unknown', 'no UUID'],
  'create link': ['district'],
};

async function askOne(cast: Cast, cell: Cell, lists: Map<string, Promise<Answer>>): Promise<Verdict> {
  const { call } = cast.stage;
  const { route, owner, state } = cell;
  const as = sessionOf(cell.actor);
  if (isOfLinks(route)) return askForLinks(cast, route, owner, { as, path: `${cell.mount}/links` });
  const path = `${cell.mount}/onboardings`;
  const id = await cast.idOf(owner, state);
  switch (route) {
    case 'list':
    case 'list by id': {
      const ids = isId(owner) ? await cast.ids() : [id];
      const query = route === 'list' ? 'limit=100' : ids.map((one) => `id=${one}`).join('&');
      const list = lists.get(query) ?? call('GET', `${path}?${query}`, { as });
      lists.set(query, list);
      return verdictIn(await list, id);
    }
    case 'read':
      return (await call('GET', `${path}/${id}`, { as })).status;
    case 'delete': {
      const { status } = await call('DELETE', `${path}/${id}`, { as });
      if (status === 204) cast.forget(owner, state);
      return status;
    }
    case 'create': {
      const answer = await call('POST', path, { as, body: { provider_id: providerOf(state) } });
      if (answer.status > 201) return answer.status;
      return answer.onboarding.id === id ? 'this one' : 'another one';
    }
  }
}

async function askForLinks(
  cast: Cast,
  route: LinkRoute,
  owner: Owner,
  { as, path }: { as: string; path: string },
): Promise<Verdict> {
  const { call } = cast.stage;
  const id = cast.linkOf(owner);
  switch (route) {
    case 'list links': {
      const { status, links } = await call('GET', path, { as });
      if (status !== 200) return status;
      assert.equal(links.next, null, 'the list has a second page');
      return links.results.some((one) => String(one.id) === id) ? 'shown' : 'not shown';
    }
    case 'delete link': {
      const { status } = await call('DELETE', `${path}/${id}`, { as });
      if (status === 204) cast.forgetLink(owner);
      return status;
    }
    case 'create link': {
      const body = { user_id: 456, external_id: crypto.randomUUID() };
      const { status, link } = await call('POST', path, { as, body });
      if (status === 201) assert.equal((await call('DELETE', `${path}/${link.id}`, { as })).status, 204);
      return status;
    }
  }
}

function verdictIn({ status, list }: Answer, id: string): Verdict {
  if (status !== 200) return status;
  assert.equal(list.$next, undefined, 'the list has a second page');
  return list.$data.some((one) => one.id === id) ? 'shown' : 'not shown';
}

const keysOf = <Key extends string>(table: Record<Key, unknown>): Key[] => Object.keys(table) as Key[];
