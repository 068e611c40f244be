import type { Onboarding } from '../contract/onboarding.js';
import type { Obtained, Wish } from './creation.js';
import type { NewOnboarding } from './edlink.js';
import { ProxyFailure, UpstreamFailure } from './failure.js';
import { findLost } from './lost-answer.js';
import type { Parts } from './parts.js';
import type { Settings } from './settings.js';
import type { OnboardingRecord } from './store.js';
import type { Trace } from './trace.js';

export interface Job {
  wish: Wish;
  /** Leased to us. */
  record: OnboardingRecord;
  /** An earlier attempt may have succeeded without anybody seeing it. */
  isResumed: boolean;
  trace: Trace;
}

/** Longer than any one step upstream may take; each step begins with a new lease. */
export const leaseDuration = ({ edlink }: Settings): number => edlink.timeout + 5_000;

/** Creates the record's onboarding at Edlink, or adopts the one that an earlier attempt has created. */
export async function makeUpstream(parts: Parts, job: Job): Promise<Obtained> {
  try {
    const onboarding =
      (job.isResumed && (await findLost(parts, job.record, job.trace))) || (await post(parts, job));
    return await bind(parts, job, onboarding);
  } catch (error) {
    throw retryable(error);
  } finally {
    await parts.store.yieldLease({ id: job.record.id, holder: holderOf(job.record) });
  }
}

async function post(parts: Parts, job: Job): Promise<Onboarding> {
  const record = job.isResumed ? await renew(parts, job, true) : job.record;
  try {
    const { tenant, key, id } = record;
    // The record's id is in it because a key may be used again after a refusal, which Edlink might remember.
    const idempotency = await parts.keys.authenticate('idempotency', JSON.stringify([tenant, key, id]));
    return await parts.edlink.create(fieldsOf(job.wish, record), idempotency, job.trace);
  } catch (error) {
    return recover(parts, job, error);
  }
}

function fieldsOf({ fields }: Wish, { expiration_date }: OnboardingRecord): NewOnboarding {
  const { application_id, provider_id, redirect_uri, team_id, automatic_approval } = fields;
  return {
    application_id,
    expiration_date,
    ...(provider_id !== undefined && { provider_id }),
    ...(redirect_uri !== undefined && { redirect_uri }),
    ...(team_id !== undefined && { team_id }),
    ...(automatic_approval !== undefined && { automatic_approval }),
  };
}

async function recover(parts: Parts, job: Job, error: unknown): Promise<Onboarding> {
  if (!(error instanceof UpstreamFailure)) throw error;
  if (error.effect === 'refused') {
    // After an earlier attempt whose end is unknown, the claim has to remember that attempt's dates.
    if (!job.isResumed) await parts.store.release({ id: job.record.id, holder: holderOf(job.record) });
    throw error;
  }
  const record = await renew(parts, job, false);
  const found = await findLost(parts, record, job.trace).catch(() => undefined);
  if (!found) throw error;
  return found;
}

async function renew({ store, settings }: Parts, job: Job, isNewInstant: boolean): Promise<OnboardingRecord> {
  const now = settings.now();
  const renewed = await store.renew({
    id: job.record.id,
    lease: { holder: holderOf(job.record), until: now + leaseDuration(settings) },
    ...(isNewInstant && { expiresAt: job.wish.fields.expiresAt ?? now + settings.expiresIn }),
  });
  if (!renewed) throw new ProxyFailure('upstream_unavailable', { status: 503, retryAfter: 1 });
  return renewed;
}

async function bind(parts: Parts, { record, trace }: Job, onboarding: Onboarding): Promise<Obtained> {
  const { id, expiration_date: date } = onboarding;
  // A date that has passed already is none: by it, what was just made would be given up.
  const expiration_date = date !== null && Date.parse(date) > parts.settings.now() ? date : null;
  const result = await parts.store.bind({ id: record.id, onboarding_id: id, expiration_date });
  switch (result.kind) {
    case 'bound':
      parts.reads.remember(onboarding);
      return { isNew: true, record: result.record, onboarding };
    case 'already': {
      const known = result.record.onboarding_id as string;
      return {
        isNew: false,
        record: result.record,
        onboarding: await parts.reads.read(known, { fresh: false, trace }),
      };
    }
    case 'refused':
      throw new ProxyFailure('invalid_response');
  }
}

/** Told when to come back, the browser asks again with the same key, and then Edlink's list is searched first. */
function retryable(error: unknown): unknown {
  if (!(error instanceof UpstreamFailure) || error.effect === 'refused') return error;
  return new UpstreamFailure(error.effect, error.code, { retryAfter: 2, ...error.notes });
}

const holderOf = ({ lease }: OnboardingRecord): string => lease?.holder ?? '';
