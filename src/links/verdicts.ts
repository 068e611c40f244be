import type { ProblemCode } from '../contract/problem.js';

/**
 * What a failed request means for the run. `refused`: this line cannot be written, the next one may. `later`: nothing
 * was written, and it can be tried again in a while. `not-now`: nothing was written, and no line would be. `unknown`:
 * it may have been written.
 */
export type Verdict = 'refused' | 'later' | 'not-now' | 'unknown';

export const verdicts: Readonly<Record<ProblemCode, Verdict>> = {
  conflict: 'refused',
  invalid_request: 'refused',
  not_allowed: 'refused',
  rate_limited: 'later',
  unauthorized: 'not-now',
  forbidden: 'not-now',
  not_found: 'not-now',
  upstream_credentials: 'not-now',
  integration_conflict: 'not-now',
  misconfigured: 'not-now',
  network: 'unknown',
  invalid_response: 'unknown',
  upstream_unavailable: 'unknown',
  host_not_ready: 'unknown',
};
