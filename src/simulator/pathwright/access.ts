import type { SimulatorSettings } from '../settings-schema.js';
import { PathwrightError } from './pathwright-error.js';

export type SchoolSettings = SimulatorSettings['schools'][number];

/** Throws unless the token is this school's. The words are those of Django REST Framework's `TokenAuthentication`. */
export function checkAccess(school: SchoolSettings, headers: Headers): void {
  const [scheme = '', token, ...rest] = (headers.get('Authorization') ?? '').split(/ +/);
  if (scheme.toLowerCase() !== 'token') throw refused('Authentication credentials were not provided.');
  if (!token) throw refused('Invalid token header. No credentials provided.');
  if (rest.length > 0) throw refused('Invalid token header. Token string should not contain spaces.');
  if (token !== school.token) throw refused('Invalid token.');
}

const refused = (detail: string) => new PathwrightError(401, { detail });
