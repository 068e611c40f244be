import { failureOf } from './edlink-failures.js';
import type { Pause } from './pause.js';
import type { Settings } from './settings.js';
import { readToken } from './token.js';
import { useOf, type Upstream, type UpstreamTable } from './upstream-call.js';
import type { HealthRecord } from './upstream-health.js';

/** Every call that is ever made to Edlink. Both ids are UUIDs that were checked before they came here. */
const table = {
  create: { method: 'POST', path: '/teams/{team}/onboardings' },
  list: { method: 'GET', path: '/teams/{team}/onboardings' },
  read: { method: 'GET', path: '/teams/{team}/onboardings/{id}' },
  delete: { method: 'DELETE', path: '/teams/{team}/onboardings/{id}' },
  describe: { method: 'GET', path: '/integrations/{id}' },
} as const satisfies UpstreamTable;

export type EdlinkOperation = keyof typeof table;

export function edlinkUpstream(
  { edlink, describeIntegration }: Settings,
  pause: Pause,
  health: HealthRecord,
): Upstream<EdlinkOperation> {
  const { baseUrl, teamId, timeout } = edlink;
  // An integration is described to the application, by its own secret; the rest is the team's business.
  const sourceFor = (operation: EdlinkOperation) =>
    operation === 'describe' ? describeIntegration?.token : edlink.token;
  return {
    table,
    urlOf: (path) => `${baseUrl}/api/v1${path.replace('{team}', teamId)}`,
    timeout,
    pause,
    authorize: async (operation) =>
      `Bearer ${await readToken(sourceFor(operation), [useOf(table[operation])], timeout)}`,
    failureOf,
    note(operation, code, at) {
      // Of the application's secret, not of the team's token: names may be missing while all else works.
      if (operation !== 'describe') health.note(code, at);
    },
  };
}
