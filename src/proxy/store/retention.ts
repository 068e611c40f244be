import type { OnboardingRecord, ProxyStore } from '../store.js';
import type { Database, Transaction } from './database.js';
import { at, idOf, indexOf, sortable, timed } from './places.js';
import { readRecord } from './records.js';

/** `ProxyStore.forget`: a change for each record, so that nobody waits for all of them. */
export async function forget(
  database: Database,
  { endedBefore, limit }: Parameters<ProxyStore['forget']>[0],
): Promise<number> {
  const members = await database.members({ index: indexOf.ended, before: sortable(endedBefore), limit });
  let forgotten = 0;
  for (const member of members) {
    if (await database.change((transaction) => forgetEnded(transaction, member))) forgotten++;
  }
  return forgotten;
}

/** `false`: another process has forgotten it first, or a late completion has given it another end. */
async function forgetEnded(transaction: Transaction, member: string): Promise<boolean> {
  const record = await readRecord(transaction, idOf(member));
  if (!record || record.endedAt === null || timed(record.endedAt, record.id) !== member) return false;
  transaction.remove(indexOf.ended, member);
  await forgetRecord(transaction, record);
  return true;
}

async function forgetRecord(transaction: Transaction, record: OnboardingRecord): Promise<void> {
  const { id, tenant, createdAt, onboarding_id, instants } = record;
  transaction.delete(at.record(id));
  transaction.remove(indexOf.listed(tenant), timed(createdAt, id));
  if (onboarding_id !== null) transaction.delete(at.bound(onboarding_id));
  for (const instant of instants) transaction.delete(at.instant(instant));
  const index = indexOf.keys(id);
  for (const key of await transaction.members({ index })) {
    transaction.remove(index, key);
    transaction.delete(at.key(tenant, decodeURIComponent(key)));
  }
}
