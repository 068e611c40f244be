import type { Onboarding } from '../contract/onboarding.js';
import type { OnboardingRecord } from './store.js';

/** Edlink has no `expired` state, so its date is compared with our clock. A `completed` wins over any date. */
export function isOver(
  record: OnboardingRecord,
  { state, expiration_date }: Onboarding,
  now: number,
): boolean {
  return state !== 'completed' && Date.parse(expiration_date ?? record.expiration_date) <= now;
}
