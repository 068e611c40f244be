import type { Claim, ClaimResult, OnboardingRecord } from '../store.js';
import type { Transaction } from './database.js';
import { at } from './places.js';
import { beginRecord, readRecord, writeKey, writeRecord, type KeyEntry } from './records.js';

/** `ProxyStore.claim`. */
export async function claim(transaction: Transaction, wish: Claim): Promise<ClaimResult> {
  const entry = (await transaction.get(at.key(wish.tenant, wish.key))) as KeyEntry | undefined;
  const own = await readRecord(transaction, entry?.id);
  if (entry && own) {
    if (entry.fingerprint !== wish.fingerprint) return { kind: 'other_body' };
    if (own.outcome !== null) return { kind: 'ended' };
    return own.onboarding_id === null ? resume(transaction, own, wish) : { kind: 'same', record: own };
  }
  const live = await readRecord(transaction, await transaction.get(livePlace(wish)));
  if (live && live.outcome === null && live.id !== wish.instead) {
    return live.onboarding_id === null ? resume(transaction, live, wish) : { kind: 'live', record: live };
  }
  return begin(transaction, wish);
}

function resume(transaction: Transaction, unbound: OnboardingRecord, { lease, now }: Claim): ClaimResult {
  if (unbound.lease && unbound.lease.until > now) return { kind: 'busy' };
  const record = { ...unbound, lease };
  writeRecord(transaction, record);
  return { kind: 'resumed', record };
}

async function begin(transaction: Transaction, wish: Claim): Promise<ClaimResult> {
  const { tenant, actor, key, application_id, provider_id, newId, now, lease, fingerprint } = wish;
  const instant = await freeInstant(transaction, wish.expiresAt);
  const record = beginRecord(transaction, {
    newId,
    tenant,
    actor,
    key,
    application_id,
    provider_id,
    now,
    instants: [instant],
    expiration_date: instant,
    onboarding_id: null,
    lease,
  });
  writeKey(transaction, tenant, key, { id: newId, fingerprint });
  transaction.put(livePlace(wish), newId);
  transaction.put(at.instant(instant), newId);
  return { kind: 'new', record };
}

const livePlace = ({ tenant, application_id, provider_id }: Claim): string =>
  at.live(tenant, application_id, provider_id);

/** The first millisecond from the wish on that no record of this store has had. */
export async function freeInstant(transaction: Transaction, wish: number): Promise<string> {
  for (let instant = wish; ; instant++) {
    const date = new Date(instant).toISOString();
    if ((await transaction.get(at.instant(date))) === undefined) return date;
  }
}
