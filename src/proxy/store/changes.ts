import type { BindResult, OnboardingRecord, ProxyStore } from '../store.js';
import { freeInstant } from './claim.js';
import type { Transaction } from './database.js';
import { at, indexOf, timed } from './places.js';
import { dropLive, readRecord, writeKey, writeRecord } from './records.js';

/** What `ProxyStore` does to a record until it ends. */
type Argument<Name extends 'renew' | 'bind' | 'join'> = Parameters<ProxyStore[Name]>[0];

interface HeldLease {
  id: string;
  holder: string;
}

const isFree = ({ outcome, onboarding_id }: OnboardingRecord): boolean =>
  outcome === null && onboarding_id === null;

/** A record that Edlink never answers for must not grow without end. */
const mostInstants = 50;

export async function renew(
  transaction: Transaction,
  { id, lease, expiresAt }: Argument<'renew'>,
): Promise<OnboardingRecord | null> {
  const record = await readRecord(transaction, id);
  if (!record || !isFree(record) || record.lease?.holder !== lease.holder) return null;
  const renewed = { ...record, lease };
  if (expiresAt !== undefined) {
    const instant = await freeInstant(transaction, expiresAt);
    renewed.instants = [...record.instants, instant].slice(-mostInstants);
    renewed.expiration_date = instant;
    transaction.put(at.instant(instant), id);
  }
  writeRecord(transaction, renewed);
  return renewed;
}

export async function yieldLease(transaction: Transaction, { id, holder }: HeldLease): Promise<void> {
  const record = await readRecord(transaction, id);
  if (record?.lease?.holder === holder) writeRecord(transaction, { ...record, lease: null });
}

export async function release(transaction: Transaction, { id, holder }: HeldLease): Promise<void> {
  const record = await readRecord(transaction, id);
  if (!record || !isFree(record) || record.lease?.holder !== holder) return;
  transaction.delete(at.record(id));
  transaction.delete(at.key(record.tenant, record.key));
  transaction.remove(indexOf.keys(id), encodeURIComponent(record.key));
  transaction.remove(indexOf.pending, id);
  for (const instant of record.instants) transaction.delete(at.instant(instant));
  await dropLive(transaction, record);
}

export async function bind(
  transaction: Transaction,
  { id, onboarding_id, expiration_date }: Argument<'bind'>,
): Promise<BindResult> {
  const record = await readRecord(transaction, id);
  if (!record) return { kind: 'refused' };
  if (record.onboarding_id !== null) return { kind: 'already', record };
  const isTaken = (await transaction.get(at.bound(onboarding_id))) !== undefined;
  if (isTaken || record.outcome !== null) return { kind: 'refused' };
  const bound: OnboardingRecord = {
    ...record,
    onboarding_id,
    expiration_date: expiration_date ?? record.expiration_date,
    lease: null,
  };
  writeRecord(transaction, bound);
  transaction.put(at.bound(onboarding_id), id);
  transaction.add(indexOf.listed(record.tenant), timed(record.createdAt, id));
  return { kind: 'bound', record: bound };
}

export async function join(
  transaction: Transaction,
  { tenant, key, fingerprint, id }: Argument<'join'>,
): Promise<void> {
  if ((await transaction.get(at.key(tenant, key))) !== undefined) return;
  // One that is forgotten meanwhile would leave the key behind for good.
  if (await readRecord(transaction, id)) writeKey(transaction, tenant, key, { id, fingerprint });
}
