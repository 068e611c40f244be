import type { Grant, ProxyOptions } from '../../src/proxy/index.js';
import { simulatorDefaults } from '../../src/simulator/simulator-defaults.js';

// Runs in Workers, Bun and Deno too, so nothing here may need Node.

const { token, teamId, applicationId } = simulatorDefaults;

export const page = 'https://app.example';

/** The proxy's clock is an hour ahead, so that its `Date` is told from one that an adapter wrote. */
export const ahead = 60 * 60 * 1000;

/** Whoever is signed in is a district of their own: the tenant is the session's name. */
function authorize({ headers }: Request): Grant | null {
  const name = /session=(\w+)/.exec(headers.get('Cookie') ?? '')?.[1];
  if (name === undefined) return null;
  return { tenant: name, actor: `admin@${name}.example`, scope: 'own', can: ['read', 'create', 'delete'] };
}

export const optionsFor = (edlinkUrl: string): Omit<ProxyOptions, 'store'> => ({
  basePath: '/edlink',
  edlink: { token, teamId, applicationId, baseUrl: edlinkUrl },
  authorize,
  origins: [page],
  now: () => Date.now() + ahead,
});
