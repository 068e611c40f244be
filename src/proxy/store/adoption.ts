import type { Adoption, BindResult } from '../store.js';
import type { Transaction } from './database.js';
import { at, indexOf, timed } from './places.js';
import { beginRecord, readRecord } from './records.js';

/** `ProxyStore.adopt`. */
export async function adopt(transaction: Transaction, found: Adoption): Promise<BindResult> {
  const { tenant, actor, newId, key, onboarding_id, application_id, provider_id, expiration_date, now } =
    found;
  const known = await readRecord(transaction, await transaction.get(at.bound(onboarding_id)));
  if (known) return known.tenant === tenant ? { kind: 'already', record: known } : { kind: 'refused' };
  const record = beginRecord(transaction, {
    newId,
    tenant,
    actor,
    key,
    application_id,
    provider_id,
    now,
    instants: [],
    expiration_date,
    onboarding_id,
    lease: null,
  });
  transaction.put(at.bound(onboarding_id), newId);
  transaction.add(indexOf.listed(tenant), timed(now, newId));
  const place = at.live(tenant, application_id, provider_id);
  if ((await transaction.get(place)) === undefined) transaction.put(place, newId);
  return { kind: 'bound', record };
}
