/** Every call that is ever made to Edlink. The table is closed: a path is one of these templates with ids in it. */
export const upstreamTable = {
  create: { method: 'POST', path: '/teams/{team}/onboardings' },
  list: { method: 'GET', path: '/teams/{team}/onboardings' },
  read: { method: 'GET', path: '/teams/{team}/onboardings/{id}' },
  delete: { method: 'DELETE', path: '/teams/{team}/onboardings/{id}' },
  describe: { method: 'GET', path: '/integrations/{id}' },
} as const;

export type UpstreamOperation = keyof typeof upstreamTable;

/** Both ids are UUIDs that were checked before they came here. */
export const upstreamPath = (operation: UpstreamOperation, team: string, id = ''): string =>
  upstreamTable[operation].path.replace('{team}', team).replace('{id}', id);
