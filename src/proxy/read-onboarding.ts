import type { Onboarding } from '../contract/onboarding.js';
import { json } from './answers.js';
import { notFound } from './failure.js';
import type { Caller, Exchange, Parts } from './parts.js';
import type { Reads } from './reads.js';
import { show } from './shown-onboarding.js';
import type { ReadOptions } from './single-reads.js';
import type { OnboardingRecord } from './store.js';

/** `GET onboardings/{id}` */
export async function readOnboarding(parts: Parts, exchange: Exchange, id: string): Promise<Response> {
  const record = await findRecord(parts, exchange.caller, id);
  const options = { fresh: wantsFresh(exchange.request), trace: exchange.trace };
  const onboarding = await readRecorded(parts.reads, record, id, options);
  return json(200, await show(parts, record, onboarding));
}

/**
 * The record behind an id the caller may use; `null` for one made at Edlink, which only the scope `all` may use.
 * @throws ProxyFailure `not_found`, the same for an unknown id and for another tenant's.
 */
export async function findRecord(
  { store }: Parts,
  caller: Caller,
  id: string,
): Promise<OnboardingRecord | null> {
  const record = await store.recordOf(id);
  if (!maySee(caller, record)) throw notFound();
  return record;
}

export const maySee = ({ seesAll, tenant }: Caller, record: OnboardingRecord | null): boolean =>
  seesAll || record?.tenant === tenant;

/** Nothing from before what the record knows: another process may have seen its end since the last list was read. */
export async function readRecorded(
  reads: Reads,
  record: OnboardingRecord | null,
  id: string,
  options: ReadOptions,
): Promise<Onboarding> {
  const fresh = { ...options, fresh: true };
  const onboarding = await reads.read(id, isDeleted(record) ? fresh : options);
  const isBehind = wasCompleted(record) && onboarding.state !== 'completed';
  return isBehind ? reads.read(id, fresh) : onboarding;
}

export const isDeleted = (record: OnboardingRecord | null): boolean => record?.outcome === 'deleted';

export const wasCompleted = (record: OnboardingRecord | null): boolean =>
  record?.outcome === 'connected' || record?.outcome === 'conflict';

export const wantsFresh = ({ headers }: Request): boolean =>
  /\bno-cache\b/i.test(headers.get('Cache-Control') ?? '');
