import type { PathwrightOperation } from '../operations.js';

/** A call of Pathwright's API, recognised by method and place only. */
export interface PathwrightCall {
  readonly operation: PathwrightOperation;
  readonly school: string;
  /** `{link_id}` of the path. */
  readonly id: string;
  /** Django knows no path without its last slash, but tells where it is. */
  readonly place: 'known' | 'known-with-slash' | 'unknown';
}

interface Place {
  readonly school: string;
  readonly path: string;
}

const links = /^\/api\/public\/link\/$/;
const link = /^\/api\/public\/link\/(?<id>[^/]+)\/$/;

const table: readonly { operation: PathwrightOperation; method: string; path: RegExp }[] = [
  { operation: 'listLinks', method: 'GET', path: links },
  { operation: 'createLink', method: 'POST', path: links },
  { operation: 'deleteLink', method: 'DELETE', path: link },
];

/** Where a school is on a server that stands for all of them. */
export const schoolPath = (school: string): string => `/pathwright/${school}`;

/** `null` if it is no school's. */
export function recogniseCall(method: string, url: URL): PathwrightCall | null {
  const at = placeByHost(url) ?? placeByPath(url);
  if (!at) return null;
  const base = { school: at.school, id: '', place: recognisePlace(at.path) };
  for (const route of table) {
    const match = route.method === method && route.path.exec(at.path);
    if (match) return { ...base, operation: route.operation, ...match.groups };
  }
  return { ...base, operation: 'other' };
}

/** As Pathwright has it, for who calls the simulator without a network. */
function placeByHost({ hostname, pathname }: URL): Place | null {
  const school = /^(?<school>[^.]+)\.pathwright\.com$/.exec(hostname)?.groups?.school;
  return school === undefined ? null : { school, path: pathname };
}

function placeByPath({ pathname }: URL): Place | null {
  const found = /^\/pathwright\/(?<school>[^/]+)(?<path>\/.*)$/.exec(pathname)?.groups;
  return found?.school && found.path ? { school: found.school, path: found.path } : null;
}

function recognisePlace(path: string): PathwrightCall['place'] {
  const isKnown = (candidate: string) => links.test(candidate) || link.test(candidate);
  if (isKnown(path)) return 'known';
  return isKnown(`${path}/`) ? 'known-with-slash' : 'unknown';
}
