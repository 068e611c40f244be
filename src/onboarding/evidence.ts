import type { Onboarding } from '../contract/onboarding.js';
import { schedule } from './schedule.js';

/** What the answers so far have said, where one answer alone proves nothing. */
export interface Evidence {
  /** 404s in a row, and when the first of them came. */
  readonly missing: number;
  readonly missingSince: number;
  /** Answers in a row that were completed without an integration. */
  readonly incomplete: number;
  /** Answers in a row whose `Date` was past the expiration date. */
  readonly expired: number;
}

export const noEvidence: Evidence = { missing: 0, missingSince: 0, incomplete: 0, expired: 0 };

/** Only the server's own `Date` is compared: the browser's clock may be wrong by days. */
export const isPastExpiration = ({ expiration_date }: Onboarding, date = 0): boolean =>
  !!expiration_date && date > Date.parse(expiration_date);

/** The evidence with one more answer. */
export function withAnswer(
  { incomplete, expired }: Evidence,
  onboarding: Onboarding,
  date?: number,
): Evidence {
  if (onboarding.state === 'completed') return { ...noEvidence, incomplete: incomplete + 1 };
  return { ...noEvidence, expired: isPastExpiration(onboarding, date) ? expired + 1 : 0 };
}

/** The evidence with one more 404. */
export const withMissing = ({ missing, missingSince }: Evidence, at: number): Partial<Evidence> => ({
  missing: missing + 1,
  missingSince: missing ? missingSince : at,
});

export const isGone = ({ missing, missingSince }: Evidence, at: number): boolean =>
  missing >= schedule.missingAnswers && at - missingSince >= schedule.missingTime;

export type Verdict = 'connected' | 'incomplete' | 'expired' | 'started' | undefined;

/**
 * What an answer means in the light of those before it. Unknown states say nothing (facts: others may appear), and
 * that they say it in our words (`connected`) changes nothing.
 */
export function judge({ state, integration_id }: Onboarding, { incomplete, expired }: Evidence): Verdict {
  if (state === 'completed') {
    if (integration_id) return 'connected';
    return incomplete > schedule.incompleteGaps.length ? 'incomplete' : undefined;
  }
  if (expired >= schedule.expiredAnswers) return 'expired';
  return state === 'started' ? state : undefined;
}

/** Evidence that needs one more answer soon, and how soon; `undefined` leaves it to the schedule. */
export function gapFor({ missing, incomplete, expired }: Evidence): { delay: number } | undefined {
  const delay = missing
    ? schedule.missingGap
    : incomplete
      ? schedule.incompleteGaps[incomplete - 1]
      : expired === 1 && schedule.expiredGap;
  return delay ? { delay } : undefined;
}
