import { demand, readDuration } from '../demand.js';
import { readBaseUrl } from '../settings-urls.js';
import { isTokenSource } from '../token.js';
import type { PathwrightOptions } from './pathwright-options.js';

export interface PathwrightSettings extends Pick<PathwrightOptions, 'school' | 'token' | 'audit'> {
  /** Without a slash at its end. */
  baseUrlOf: (school: string) => string;
  timeout: number;
}

const hour = 60 * 60 * 1000;

/** RFC 1035 §2.3.1: one label, so that no school leads to another host. */
export const isSchool = (text: unknown): text is string =>
  typeof text === 'string' && /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/.test(text);

export function readPathwright(options: PathwrightOptions): PathwrightSettings {
  const { school, token, baseUrl = 'https://{school}.pathwright.com', timeout = 10_000, audit } = options;
  demand(
    typeof school === 'function' || isSchool(school),
    "pathwright.school must be the first part of the school's host, such as yourschool of yourschool.pathwright.com, or a function that gives it",
  );
  demand(
    isTokenSource(token),
    'pathwright.token must be a token of Pathwright (visible characters only), or a function that gives one',
  );
  demand(audit === undefined || typeof audit === 'function', 'pathwright.audit must be a function');
  const baseUrlOf = (name: string) => readBaseUrl('pathwright.baseUrl', baseUrl.replaceAll('{school}', name));
  baseUrlOf('school');
  return {
    school,
    token,
    baseUrlOf,
    timeout: readDuration('pathwright.timeout', timeout, hour),
    ...(audit && { audit }),
  };
}
