import { isLinkRoute, routes, type RouteName } from '../contract/routes.js';
import { notFound, ProxyFailure } from './failure.js';
import type { Grant } from './grant.js';

/** @throws ProxyFailure `forbidden`; `not_found` to whoever has nothing to do with links, for whom there is no such route. */
export function requireRight(name: RouteName, can: Grant['can']): void {
  if (can.includes(routes[name].right)) return;
  throw isLinkRoute(name) && !can.some(isOfLinks) ? notFound() : new ProxyFailure('forbidden');
}

const isOfLinks = (right: Grant['can'][number]): boolean => right.startsWith('links:');
