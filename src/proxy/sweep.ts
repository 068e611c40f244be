import { ProxyFailure } from './failure.js';
import { fateOf } from './fate.js';
import type { Parts } from './parts.js';
import { readIfThere } from './reads.js';
import type { OnboardingRecord } from './store.js';

/** What one sweep did. */
export interface SweepCounts {
  /** Pending onboardings that were looked at. */
  looked: number;
  connected: number;
  /** Given up, long past their date; deleted ones too. */
  expired: number;
  /** Not read, or the host's function threw: the next sweep tries again. */
  failed: number;
  /** Edlink asked us to slow down, so the rest waits for the next sweep. */
  stopped: boolean;
}

const pageLength = 100;

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
  const { completion, settings, store, reads } = parts;
  const id = record.onboarding_id;
  const onboarding = id === null ? undefined : await readIfThere(reads, id, { fresh: true, trace: {} });
  if (onboarding?.state === 'completed' && onboarding.integration_id !== null) {
    await completion.settle(record, onboarding);
    return 'connected';
  }
  const now = settings.now();
  const isLeased = record.lease !== null && record.lease.until > now;
  if (isLeased || fateOf(record, onboarding, now) !== 'over') return undefined;
  await store.finish({ id: record.id, outcome: 'expired', now });
  return 'expired';
}
