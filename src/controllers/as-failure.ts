import { problemCodes } from '../contract/problem.js';
import type { Failure } from '../onboarding/state.js';

/** A failure, and the member of the request that is to blame, where an answer names one. */
export interface RequestFailure extends Failure {
  readonly field?: string | null | undefined;
}

/** Our errors carry the contract's codes. Anything else comes from the host's `headers`, and may pass. */
export function asFailure(error: unknown): RequestFailure {
  const { code, message = String(error), retryAfter, date, field } = Object(error) as Partial<RequestFailure>;
  return {
    code: code && problemCodes.includes(code) ? code : 'network',
    message,
    retryAfter,
    date,
    field,
  };
}
