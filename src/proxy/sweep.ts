import { ProxyFailure } from './failure.js';
import type { Parts } from './parts.js';
import type { OnboardingRecord } from './store.js';

/** What one sweep did. */
export interface SweepCounts {
  /** Pending onboardings that were looked at. */
  looked: number;
  connected: number;
  expired: number;
  /** Not read, or the host's function threw: the next sweep tries again. */
  failed: number;
  /** Edlink asked us to slow down, so the rest waits for the next sweep. */
  stopped: boolean;
}

const pageLength = 100;
/** Milliseconds past its expiry after which an onboarding is given up: clocks differ, and somebody may be in the form. */
const grace = 10 * 60 * 1000;

/** Finds the completions that no browser asks for, and ends what can no longer be completed. */
export async function sweep(parts: Parts): Promise<SweepCounts> {
  const counts: SweepCounts = { looked: 0, connected: 0, expired: 0, failed: 0, stopped: false };
  let after: string | undefined;
  do {
    const page = await parts.store.pending({ limit: pageLength, ...(after !== undefined && { after }) });
    for (const record of page.records) {
      await lookAt(parts, record, counts);
      if (counts.stopped) return counts;
    }
    after = page.next;
  } while (after !== undefined);
  return counts;
}

async function lookAt(parts: Parts, record: OnboardingRecord, counts: SweepCounts): Promise<void> {
  counts.looked++;
  try {
    const result = await settle(parts, record);
    if (result) counts[result]++;
  } catch (error) {
    counts.failed++;
    counts.stopped = error instanceof ProxyFailure && error.code === 'rate_limited';
  }
}

async function settle(parts: Parts, record: OnboardingRecord): Promise<'connected' | 'expired' | undefined> {
  const { completion, settings, store } = parts;
  const now = settings.now();
  const onboarding = await readIfThere(parts, record);
  if (onboarding?.state === 'completed' && onboarding.integration_id !== null) {
    await completion.settle(record, onboarding);
    return 'connected';
  }
  // One 404 is not a deletion, because replicas lag; so that, too, is only believed after the expiry.
  const date = onboarding?.expiration_date ?? record.expiration_date;
  const isLeased = record.lease !== null && record.lease.until > now;
  if (isLeased || Date.parse(date) + grace > now) return undefined;
  await store.finish({ id: record.id, outcome: 'expired', now });
  return 'expired';
}

async function readIfThere({ reads }: Parts, { onboarding_id }: OnboardingRecord) {
  if (onboarding_id === null) return undefined;
  try {
    return await reads.read(onboarding_id, { fresh: true, trace: {} });
  } catch (error) {
    if (error instanceof ProxyFailure && error.code === 'not_found') return undefined;
    throw error;
  }
}
