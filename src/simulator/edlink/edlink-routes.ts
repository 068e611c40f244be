import type { EdlinkOperation } from '../operations.js';

/** A call of Edlink's API, recognised by method and path only. */
export interface EdlinkCall {
  readonly operation: EdlinkOperation;
  /** `:team_id` of the path: the developer's team. */
  readonly team: string;
  /** `:id` of the path. */
  readonly id: string;
}

const onboardings = /^\/api\/v1\/teams\/(?<team>[^/]+)\/onboardings$/;
const onboarding = /^\/api\/v1\/teams\/(?<team>[^/]+)\/onboardings\/(?<id>[^/]+)$/;

const table: readonly { operation: EdlinkOperation; method: string; path: RegExp }[] = [
  { operation: 'list', method: 'GET', path: onboardings },
  { operation: 'create', method: 'POST', path: onboardings },
  { operation: 'read', method: 'GET', path: onboarding },
  { operation: 'delete', method: 'DELETE', path: onboarding },
  { operation: 'integration', method: 'GET', path: /^\/api\/v1\/integrations\/(?<id>[^/]+)$/ },
  { operation: 'providers', method: 'GET', path: /^\/api\/v1\/providers$/ },
];

export function recogniseCall(method: string, path: string): EdlinkCall {
  for (const route of table) {
    const match = route.method === method && route.path.exec(path);
    if (match) return { operation: route.operation, team: '', id: '', ...match.groups };
  }
  return { operation: 'other', team: '', id: '' };
}
