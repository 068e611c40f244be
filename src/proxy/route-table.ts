import { isIntegerText } from '../contract/link.js';
import { isLinkRoute, routes, type RouteName } from '../contract/routes.js';
import { isUuid } from '../contract/uuid.js';

export interface RouteMatch {
  name: RouteName;
  /** Lower case; present on the routes whose path has an `{id}`. */
  id?: string;
}

/** The contract's table, read literally. A method or path that is not in it does not exist. */
export function matchRoute(
  method: string,
  rest: string,
  { hasLinks }: { hasLinks: boolean },
): RouteMatch | undefined {
  for (const name of Object.keys(routes) as RouteName[]) {
    const { path, ...route } = routes[name];
    if (route.method !== method || (isLinkRoute(name) && !hasLinks)) continue;
    if (path === rest) return { name };
    const id = idIn(path, rest);
    if (id !== undefined && isId(name, id)) return { name, id: id.toLowerCase() };
  }
  return undefined;
}

function idIn(path: string, rest: string): string | undefined {
  const prefix = path.replace('{id}', '');
  return prefix !== path && rest.startsWith(prefix) ? rest.slice(prefix.length) : undefined;
}

/** What is no id never gets as far as a route: `encodeURIComponent('..')` is still `..`. */
const isId = (name: RouteName, id: string): boolean => (isLinkRoute(name) ? isIntegerText(id) : isUuid(id));
