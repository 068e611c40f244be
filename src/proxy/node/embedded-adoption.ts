import type { Adoption, BindResult, OnboardingRecord } from '../store.js';
import { LevelBatch, readRecord, type Level } from './level-batch.js';
import { at } from './store-keys.js';

/** `ProxyStore.adopt`; runs inside the store's queue. */
export async function adoptIn(level: Level, found: Adoption): Promise<BindResult> {
  const { tenant, actor, newId, key, onboarding_id, application_id, provider_id, expiration_date, now } =
    found;
  const known = await readRecord(level, await level.get(at.bound(onboarding_id)));
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
  const batch = new LevelBatch(level)
    .record(record)
    .put(at.bound(onboarding_id), newId)
    .put(at.pending(newId), newId)
    .put(at.listed(tenant, now, newId), newId);
  const place = at.live(tenant, application_id, provider_id);
  if ((await level.get(place)) === undefined) batch.put(place, newId);
  await batch.write();
  return { kind: 'bound', record };
}
