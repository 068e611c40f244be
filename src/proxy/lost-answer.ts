import type { Onboarding } from '../contract/onboarding.js';
import type { Parts } from './parts.js';
import type { OnboardingRecord } from './store.js';
import type { Trace } from './trace.js';

const pageLength = 1_000;
const mostPages = 20;

/**
 * Looks in the team's list for what an unanswered creation may have left there. Nothing on an onboarding can carry an
 * id of ours, so the exact millisecond of `expiration_date` is the mark; anything less exact is never adopted. Neither is
 * one that was begun: nobody has seen the link of a lost one, and the record of another one may be forgotten by now.
 */
export async function findLost(
  { edlink, store, settings }: Parts,
  record: OnboardingRecord,
  trace: Trace,
): Promise<Onboarding | undefined> {
  const now = settings.now();
  const giveUpAt = now + settings.edlink.timeout;
  // One that has expired meanwhile is of no use to anybody.
  const instants = new Set(
    record.instants.map((text) => Date.parse(text)).filter((instant) => instant > now),
  );
  let cursor: string | undefined;
  for (let count = 0; count < mostPages && settings.now() < giveUpAt; count++) {
    const page = await edlink.list({ first: pageLength, ...(cursor !== undefined && { cursor }) }, trace);
    for (const onboarding of page.onboardings) {
      if (isMarked(onboarding, record, instants) && !(await store.recordOf(onboarding.id))) return onboarding;
    }
    cursor = page.cursor;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}

function isMarked(onboarding: Onboarding, record: OnboardingRecord, instants: ReadonlySet<number>): boolean {
  const { application_id, expiration_date, state } = onboarding;
  return (
    state === 'created' &&
    application_id === record.application_id &&
    expiration_date !== null &&
    instants.has(Date.parse(expiration_date))
  );
}
