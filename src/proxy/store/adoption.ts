import type { Adoption, BindResult, OnboardingRecord } from '../store.js';
import type { Transaction } from './database.js';
import { at, indexOf, timed } from './places.js';
import { readRecord, writeRecord } from './records.js';

/** `ProxyStore.adopt`. */
export async function adopt(transaction: Transaction, found: Adoption): Promise<BindResult> {
  const { tenant, actor, newId, key, onboarding_id, application_id, provider_id, expiration_date, now } =
    found;
  const known = await readRecord(transaction, await transaction.get(at.bound(onboarding_id)));
  if (known) return known.tenant === tenant ? { kind: 'already', record: known } : { kind: 'refused' };
  const record: OnboardingRecord = {
    id: newId,
    tenant,
    actor,
    key,
    application_id,
    provider_id,
    createdAt: now,
    instants: [],
    expiration_date,
    onboarding_id,
    lease: null,
    outcome: null,
    endedAt: null,
    integration_id: null,
  };
  writeRecord(transaction, record);
  transaction.put(at.bound(onboarding_id), newId);
  transaction.add(indexOf.pending, newId);
  transaction.add(indexOf.listed(tenant), timed(now, newId));
  const place = at.live(tenant, application_id, provider_id);
  if ((await transaction.get(place)) === undefined) transaction.put(place, newId);
  return { kind: 'bound', record };
}
