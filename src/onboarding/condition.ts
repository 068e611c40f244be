import type { Onboarding } from '../contract/onboarding.js';
import { isPastExpiration } from './evidence.js';

/**
 * What an onboarding is to whoever looks at a list of them. `unapproved`: connected, but nothing is shared until
 * somebody approves it in Edlink. `unknown`: a state that Edlink has added.
 */
export type Condition =
  'created' | 'started' | 'connected' | 'unapproved' | 'incomplete' | 'expired' | 'unknown';

/** `date`: the server's, in milliseconds since 1970; only it says what has expired. */
export function conditionOf(onboarding: Onboarding, date?: number): Condition {
  const { state, integration_id, automatic_approval } = onboarding;
  if (state === 'completed') {
    if (!integration_id) return 'incomplete';
    return automatic_approval ? 'connected' : 'unapproved';
  }
  if (isPastExpiration(onboarding, date)) return 'expired';
  return state === 'created' || state === 'started' ? state : 'unknown';
}

export const isConnected = ({ state, integration_id }: Onboarding): boolean =>
  state === 'completed' && !!integration_id;

/** Something may still become of it. */
export const isPending = (onboarding: Onboarding, date?: number): boolean =>
  !isConnected(onboarding) && conditionOf(onboarding, date) !== 'expired';
