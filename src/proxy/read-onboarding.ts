import { json } from './answers.js';
import { notFound } from './failure.js';
import type { Caller, Exchange, Parts } from './parts.js';
import { show } from './shown-onboarding.js';
import type { OnboardingRecord } from './store.js';

/** `GET onboardings/{id}` */
export async function readOnboarding(parts: Parts, exchange: Exchange, id: string): Promise<Response> {
  const record = await findRecord(parts, exchange.caller, id);
  const fresh = wantsFresh(exchange.request) || isDeleted(record);
  const onboarding = await parts.reads.read(id, { fresh, trace: exchange.trace });
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

/** Another process may have deleted it since the last list was read. */
export const isDeleted = (record: OnboardingRecord | null): boolean => record?.outcome === 'deleted';

const wantsFresh = ({ headers }: Request): boolean =>
  /\bno-cache\b/i.test(headers.get('Cache-Control') ?? '');
