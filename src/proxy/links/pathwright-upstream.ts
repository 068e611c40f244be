import type { Pause } from '../pause.js';
import { readToken } from '../token.js';
import { useOf, type Upstream, type UpstreamTable } from '../upstream-call.js';
import { failureOf } from './pathwright-failures.js';
import type { LinkCaller } from './pathwright-options.js';
import type { PathwrightSettings } from './pathwright-settings.js';

/** Every call that is ever made to Pathwright. The id is a positive integer that was checked before it came here. */
const table = {
  listLinks: { method: 'GET', path: '/link/' },
  createLink: { method: 'POST', path: '/link/' },
  deleteLink: { method: 'DELETE', path: '/link/{id}/' },
} as const satisfies UpstreamTable;

export type PathwrightOperation = keyof typeof table;

/** A school, as one of its callers is known there. */
export function pathwrightUpstream(
  { baseUrlOf, token, timeout }: PathwrightSettings,
  caller: LinkCaller & { school: string },
  pause: Pause,
): Upstream<PathwrightOperation> {
  const root = `${baseUrlOf(caller.school)}/api/public`;
  return {
    table,
    urlOf: (path) => root + path,
    timeout,
    pause,
    authorize: async (operation) =>
      `Token ${await readToken(token, [useOf(table[operation]), caller], timeout)}`,
    failureOf,
  };
}
