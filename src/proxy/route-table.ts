import { routes, type RouteName } from '../contract/routes.js';
import { isUuid } from '../contract/uuid.js';

export interface RouteMatch {
  name: RouteName;
  /** Lower case; present on the routes whose path has an `{id}`. */
  id?: string;
}

/** The contract's table, read literally. A method or path that is not in it does not exist. */
export function matchRoute(method: string, rest: string): RouteMatch | undefined {
  for (const [name, route] of Object.entries(routes)) {
    if (route.method !== method) continue;
    if (route.path === rest) return { name: name as RouteName };
    const id = idIn(route.path, rest);
    if (id !== undefined) return { name: name as RouteName, id };
  }
  return undefined;
}

/** An id that is no UUID never gets as far as a route: `encodeURIComponent('..')` is still `..`. */
function idIn(path: string, rest: string): string | undefined {
  const prefix = path.replace('{id}', '');
  if (prefix === path || !rest.startsWith(prefix)) return undefined;
  const id = rest.slice(prefix.length);
  return isUuid(id) ? id.toLowerCase() : undefined;
}
