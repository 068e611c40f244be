import { rights } from '../../../../src/contract/list-notes.js';
import type { Grant } from '../../../../src/proxy/index.js';

const all: Grant['can'] = [...rights];

/** Who asks, and what the host says of them. */
export const actors = {
  'the district': { tenant: 'usd-259', scope: 'own', can: all },
  'a reader of the district': { tenant: 'usd-259', scope: 'own', can: ['read'] },
  'a creator of the district': { tenant: 'usd-259', scope: 'own', can: ['create'] },
  'a reader of links of the district': { tenant: 'usd-259', scope: 'own', can: ['links:read'] },
  'a writer of links of the district': { tenant: 'usd-259', scope: 'own', can: ['links:write'] },
  'somebody without rights of the district': { tenant: 'usd-259', scope: 'own', can: [] },
  'another district': { tenant: 'usd-500', scope: 'own', can: all },
  staff: { tenant: 'vendor', scope: 'all', can: all },
  'staff who read': { tenant: 'vendor', scope: 'all', can: ['read'] },
  'staff without rights': { tenant: 'vendor', scope: 'all', can: [] },
  'nobody signed in': null,
  'no grant': {},
  'a grant with an unknown scope': { tenant: 'usd-259', scope: 'any', can: all },
} as const;
export type Actor = keyof typeof actors;

/** Whose the onboarding or the link is, or what is wrong with its id. */
export const owners = {
  district: 'usd-259',
  another: 'usd-500',
  'only Edlink': null,
  unknown: null,
  'no UUID': null,
};
export type Owner = keyof typeof owners;
export const isId = (owner: Owner): boolean => owner !== 'unknown' && owner !== 'no UUID';

export const states = [
  'created',
  'started',
  'connected',
  'without integration',
  'expired',
  'deleted',
] as const;
export type State = (typeof states)[number];

export const routes = ['list', 'list by id', 'read', 'delete', 'create'] as const;
export const linkRoutes = ['list links', 'delete link', 'create link'] as const;
export type LinkRoute = (typeof linkRoutes)[number];
export type Route = (typeof routes)[number] | LinkRoute;

/** The vendor itself has none. */
export const schools: Readonly<Record<string, string>> = {
  'usd-259': 'maple-valley',
  'usd-500': 'cedar-falls',
};

/** Everybody's own, or the one of the tenant that the URL names. */
export const mounts = {
  '/edlink': null,
  '/districts/usd-259/edlink': 'usd-259',
  '/districts/usd-500/edlink': 'usd-500',
};
export type Mount = keyof typeof mounts;

export interface Cell {
  mount: Mount;
  actor: Actor;
  route: Route;
  owner: Owner;
  state: State;
}

/** A status; for lists whether the onboarding is in it; for a creation whether it is the one that is answered. */
export type Verdict = number | 'shown' | 'not shown' | 'this one' | 'another one';

/** The rule: the first line that speaks of a cell decides. */
export function verdictOn({ mount, actor, route, owner, state }: Cell): Verdict {
  if (owner === 'no UUID' && route !== 'list by id') return 404;
  if (actor === 'nobody signed in') return 401;
  if (actor === 'no grant' || actor === 'a grant with an unknown scope') return 500;
  const grant = actors[actor];
  const isStaff = grant.scope === 'all';
  const named = mounts[mount];
  if (named !== null && named !== grant.tenant && !isStaff) return 404;
  const can: readonly string[] = grant.can;
  if (isOfLinks(route) && !can.includes('links:read') && !can.includes('links:write')) return 404;
  if (!can.includes(rightFor(route))) return 403;
  if (owner === 'no UUID') return 422;

  const isMine = owners[owner] === (named ?? grant.tenant);
  if (isOfLinks(route)) return verdictOnLink(route, isMine, (named ?? grant.tenant) in schools);
  const isSeen = isMine || isStaff;
  const isThere = owner !== 'unknown' && state !== 'deleted';
  switch (route) {
    case 'list':
      return isThere && (named === null ? isSeen : isMine) ? 'shown' : 'not shown';
    case 'list by id':
      return isThere && isSeen ? 'shown' : 'not shown';
    case 'read':
      return isThere && isSeen ? 200 : 404;
    case 'delete':
      if (!isSeen) return 404;
      return isThere && isCompleted(state) ? 409 : 204;
    case 'create':
      return isMine && (state === 'created' || state === 'started') ? 'this one' : 'another one';
  }
}

/** A link is the school's: staff have no more of it than they have by the tenant in the URL. */
function verdictOnLink(route: LinkRoute, isMine: boolean, hasSchool: boolean): Verdict {
  if (!hasSchool) return 404;
  switch (route) {
    case 'list links':
      return isMine ? 'shown' : 'not shown';
    case 'delete link':
      return isMine ? 204 : 404;
    case 'create link':
      return 201;
  }
}

export const isOfLinks = (route: Route): route is LinkRoute =>
  (linkRoutes as readonly string[]).includes(route);

function rightFor(route: Route): string {
  if (isOfLinks(route)) return route === 'list links' ? 'links:read' : 'links:write';
  return route === 'create' || route === 'delete' ? route : 'read';
}

const isCompleted = (state: State): boolean => state === 'connected' || state === 'without integration';
