import type { ProblemCode } from '../contract/problem.js';
import type { Effect, Failure } from './state.js';

/** `wait`: it passes, and the element asks again. `person`: asked again when the person comes back. */
export type Remedy = 'wait' | 'person' | 'none';

const remedies: Partial<Record<ProblemCode, Remedy>> = {
  network: 'wait',
  rate_limited: 'wait',
  upstream_unavailable: 'wait',
  host_not_ready: 'wait',
  upstream_credentials: 'wait',
  invalid_response: 'wait',
  unauthorized: 'person',
  forbidden: 'person',
};

/** These may pass for an onboarding that exists; a creation that met one would only meet it again. */
const endsCreation: readonly ProblemCode[] = ['upstream_credentials', 'invalid_response', 'forbidden'];

export const remedyFor = ({ code }: Failure): Remedy => remedies[code] ?? 'none';

export const remedyForCreation = (failure: Failure): Remedy =>
  endsCreation.includes(failure.code) ? 'none' : remedyFor(failure);

/** A trouble is announced when it begins or changes, not at every repetition. */
export function announceFailure(failure: Failure, before: Failure | undefined): Effect[] {
  const { code, message } = failure;
  if (code === before?.code) return [];
  const retryable = remedyFor(failure) !== 'none';
  return [{ type: 'announce', name: 'connect-error', detail: { code, message, retryable } }];
}
