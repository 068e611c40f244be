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
export function isPastExpiration(onboarding: Onboarding, date: number | undefined): boolean {
  return date !== undefined && !!onboarding.expiration_date && date > Date.parse(onboarding.expiration_date);
}

/** The evidence with one more answer. */
export function withAnswer(evidence: Evidence, onboarding: Onboarding, date: number | undefined): Evidence {
  const isCompleted = onboarding.state === 'completed';
  return {
    ...noEvidence,
    incomplete: isCompleted ? evidence.incomplete + 1 : 0,
    expired: !isCompleted && isPastExpiration(onboarding, date) ? evidence.expired + 1 : 0,
  };
}

/** The evidence with one more 404. */
export const withMissing = (evidence: Evidence, at: number): Evidence => ({
  ...evidence,
  missing: evidence.missing + 1,
  missingSince: evidence.missing ? evidence.missingSince : at,
});

export const isGone = ({ missing, missingSince }: Evidence, at: number): boolean =>
  missing >= schedule.missingAnswers && at - missingSince >= schedule.missingTime;

export type Verdict = 'connected' | 'incomplete' | 'expired' | 'started' | 'created' | 'unsure';

/** What an answer means in the light of those before it. Unknown states change nothing (facts: others may appear). */
export function judge(onboarding: Onboarding, evidence: Evidence): Verdict {
  if (onboarding.state === 'completed') {
    if (onboarding.integration_id) return 'connected';
    return evidence.incomplete > schedule.incompleteGaps.length ? 'incomplete' : 'unsure';
  }
  if (evidence.expired >= schedule.expiredAnswers) return 'expired';
  return onboarding.state === 'started' || onboarding.state === 'created' ? onboarding.state : 'unsure';
}

/** Evidence that needs one more answer soon, and how soon; `undefined` leaves it to the schedule. */
export function gapFor(evidence: Evidence): number | undefined {
  if (evidence.missing) return schedule.missingGap;
  if (evidence.incomplete) return schedule.incompleteGaps[evidence.incomplete - 1];
  return evidence.expired === 1 ? schedule.expiredGap : undefined;
}
