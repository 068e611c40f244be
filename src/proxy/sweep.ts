import { boundedMap } from './bounded-map.js';
import type { ProblemCode } from '../contract/problem.js';
import { ProxyFailure } from './failure.js';
import { fateOf } from './fate.js';
import type { Parts } from './parts.js';
import { ifThere } from './reads.js';
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
  /** Ended longer ago than the `retention`, and removed from the store. */
  forgotten: number;
  /** Edlink asked us to slow down or could not be reached, or the proxy closes: the rest waits for the next sweep. */
  stopped: boolean;
}

const pageLength = 100;

/** A function of the host's that hangs holds up a quarter of the others, not all. */
const atOnce = 4;

/** So many calls to Edlink in a row without an answer mean that the others would have none either. */
const mostSilent = 3;

/**
 * Makes what finds the completions that no browser asks for, ends what can no longer be completed, and forgets what ended
 * long ago. A sweep that was stopped is gone on with at the next page, and each page is looked at in another order every
 * time: no few onboardings that Edlink cannot answer for keep the others from being heard of.
 */
export function createSweep(parts: Parts, isClosing: () => boolean): () => Promise<SweepCounts> {
  const { store, settings, metrics } = parts;
  let after: string | undefined;

  const lookAtPending = async (counts: SweepCounts) => {
    do {
      const page = await store.pending({ limit: pageLength, ...(after !== undefined && { after }) });
      after = page.next;
      await sweepPage(parts, shuffled(page.records), counts, isClosing);
    } while (after !== undefined && !counts.stopped);
  };

  const forgetOld = async (counts: SweepCounts) => {
    const endedBefore = settings.now() - settings.retention;
    let forgotten = pageLength;
    while (forgotten === pageLength && !isClosing()) {
      forgotten = await store.forget({ endedBefore, limit: pageLength });
      counts.forgotten += forgotten;
    }
  };

  return async () => {
    const startedAt = settings.now();
    const counts = { looked: 0, connected: 0, expired: 0, failed: 0, forgotten: 0, stopped: isClosing() };
    if (!counts.stopped) await lookAtPending(counts);
    if (!isClosing()) await forgetOld(counts);
    metrics({ kind: 'sweep', duration: settings.now() - startedAt, ...counts });
    return counts;
  };
}

async function sweepPage(
  parts: Parts,
  records: readonly OnboardingRecord[],
  counts: SweepCounts,
  isClosing: () => boolean,
): Promise<void> {
  let silent = 0;
  await boundedMap(records, atOnce, async (record) => {
    if (counts.stopped) return;
    const failure = await lookAt(parts, record, counts);
    silent = failure === 'upstream_unavailable' ? silent + 1 : 0;
    counts.stopped ||= failure === 'rate_limited' || silent >= mostSilent || isClosing();
  });
}

function shuffled<T>(items: readonly T[]): T[] {
  const places = items.map((item) => ({ item, place: Math.random() }));
  return places.sort((left, right) => left.place - right.place).map(({ item }) => item);
}

/** Gives the code of the failure, if it fails. */
async function lookAt(
  parts: Parts,
  record: OnboardingRecord,
  counts: SweepCounts,
): Promise<ProblemCode | undefined> {
  counts.looked++;
  try {
    const result = await settle(parts, record);
    if (result) counts[result]++;
    return undefined;
  } catch (error) {
    counts.failed++;
    return error instanceof ProxyFailure ? error.code : undefined;
  }
}

/** What is about to be given up is asked for once more: an answer of some seconds ago does not end anything. */
async function settle(parts: Parts, record: OnboardingRecord): Promise<'connected' | 'expired' | undefined> {
  const { completion, settings, store, reads } = parts;
  const id = record.onboarding_id;
  for (const fresh of [false, true]) {
    const onboarding = id === null ? undefined : await ifThere(reads.read(id, { fresh, trace: {} }));
    if (onboarding?.state === 'completed' && onboarding.integration_id !== null) {
      await completion.settle(record, onboarding);
      return 'connected';
    }
    const now = settings.now();
    const isLeased = record.lease !== null && record.lease.until > now;
    if (isLeased || fateOf(record, onboarding, now) !== 'over') return undefined;
  }
  await store.finish({ id: record.id, outcome: 'expired', now: settings.now() });
  return 'expired';
}
