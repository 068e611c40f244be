import type { Claim, ClaimResult, OnboardingRecord } from '../store.js';
import { LevelBatch, readRecord, type KeyEntry, type Level } from './level-batch.js';
import { at } from './store-keys.js';

/** `ProxyStore.claim`; runs inside the store's queue. */
export async function claimIn(level: Level, claim: Claim): Promise<ClaimResult> {
  const entry = (await level.get(at.key(claim.tenant, claim.key))) as KeyEntry | undefined;
  const own = await readRecord(level, entry?.id);
  if (entry && own) {
    if (entry.fingerprint !== claim.fingerprint) return { kind: 'other_body' };
    if (own.outcome !== null) return { kind: 'ended' };
    return own.onboarding_id === null ? resume(level, own, claim) : { kind: 'same', record: own };
  }
  const live = await readRecord(level, await level.get(liveKey(claim)));
  if (live && live.outcome === null && live.id !== claim.instead) {
    return live.onboarding_id === null ? resume(level, live, claim) : { kind: 'live', record: live };
  }
  return begin(level, claim);
}

async function resume(level: Level, unbound: OnboardingRecord, claim: Claim): Promise<ClaimResult> {
  if (unbound.lease && unbound.lease.until > claim.now) return { kind: 'busy' };
  const record = { ...unbound, lease: claim.lease };
  await new LevelBatch(level).record(record).write();
  return { kind: 'resumed', record };
}

async function begin(level: Level, claim: Claim): Promise<ClaimResult> {
  const { tenant, actor, key, application_id, provider_id, newId, now, lease, fingerprint } = claim;
  const instant = await freeInstant(level, claim.expiresAt);
  const record: OnboardingRecord = {
    id: newId,
    tenant,
    actor,
    key,
    application_id,
    provider_id,
    createdAt: now,
    instants: [instant],
    expiration_date: instant,
    onboarding_id: null,
    lease,
    outcome: null,
    endedAt: null,
    integration_id: null,
  };
  await new LevelBatch(level)
    .record(record)
    .key(tenant, key, { id: newId, fingerprint })
    .put(liveKey(claim), newId)
    .put(at.instant(instant), newId)
    .put(at.pending(newId), newId)
    .write();
  return { kind: 'new', record };
}

const liveKey = ({ tenant, application_id, provider_id }: Claim): string =>
  at.live(tenant, application_id, provider_id);

/** The first millisecond from the wish on that no record of this store has had. */
export async function freeInstant(level: Level, wish: number): Promise<string> {
  for (let instant = wish; ; instant++) {
    const date = new Date(instant).toISOString();
    if ((await level.get(at.instant(date))) === undefined) return date;
  }
}
