import { problemCodes } from '../contract/problem.js';
import type { Failure } from '../onboarding/state.js';

/** Our errors carry the contract's codes. Anything else comes from the host's `headers`, and may pass. */
export function asFailure(error: unknown): Failure {
  const { code, message = String(error), field, retryAfter, date } = Object(error) as Partial<Failure>;
  return { code: code && problemCodes.includes(code) ? code : 'network', message, field, retryAfter, date };
}
