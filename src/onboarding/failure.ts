import type { ProblemCode } from '../contract/problem.js';
import type { Effect, Failure } from './state.js';

/** Passing faults: the same question may be answered later, so the element asks again by itself. */
const passing: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'network',
  'rate_limited',
  'upstream_unavailable',
  'host_not_ready',
  'upstream_credentials',
  'invalid_response',
]);

/** Only a person can help (sign in, get the right): asked again when the person comes back, not by a timer. */
const personal: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['unauthorized', 'forbidden']);

/** A creation is not repeated where a repetition would meet the same refusal. */
const notWorthRepeating: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'upstream_credentials',
  'invalid_response',
  'forbidden',
]);

export type Remedy = 'wait' | 'person' | 'none';

export const remedyFor = ({ code }: Failure): Remedy =>
  passing.has(code) ? 'wait' : personal.has(code) ? 'person' : 'none';

export const remedyForCreation = (failure: Failure): Remedy =>
  notWorthRepeating.has(failure.code) ? 'none' : remedyFor(failure);

/** A trouble is announced when it begins or changes, not at every repetition. */
export function announceFailure(failure: Failure, before: Failure | undefined): Effect[] {
  if (failure.code === before?.code) return [];
  const detail = { code: failure.code, message: failure.message, retryable: remedyFor(failure) !== 'none' };
  return [{ type: 'announce', name: 'connect-error', detail }];
}
