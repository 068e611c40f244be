import type { Onboarding } from '../contract/onboarding.js';
import type { OnboardingRecord } from './store.js';

/**
 * `usable`: a browser may be given it. `set aside`: no browser gets it any more, but somebody may still be in its form,
 * or a replica that lags has answered 404, so its completion is waited for. `over`: nothing comes of it any more.
 */
export type Fate = 'usable' | 'set aside' | 'over';

/** Milliseconds past its date until an onboarding is given up: clocks differ, and somebody may be in the form. */
const grace = 10 * 60 * 1000;

/**
 * What has become of an onboarding; `undefined` for one that Edlink does not know. Edlink has no `expired` state, so its
 * date is compared with our clock. A connection wins over any date.
 */
export function fateOf(record: OnboardingRecord, onboarding: Onboarding | undefined, now: number): Fate {
  const isCompleted = onboarding?.state === 'completed';
  if (isCompleted && onboarding.integration_id !== null) return 'usable';
  const date = Date.parse(onboarding?.expiration_date ?? record.expiration_date);
  if (date + grace <= now) return 'over';
  return onboarding && (isCompleted || date > now) ? 'usable' : 'set aside';
}
