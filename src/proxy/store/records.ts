import type { OnboardingRecord } from '../store.js';
import type { Reading, Transaction } from './database.js';
import { at, indexOf } from './places.js';

/** What a key's place holds. */
export interface KeyEntry {
  id: string;
  fingerprint: string;
}

export async function readRecord(database: Reading, id: unknown): Promise<OnboardingRecord | null> {
  if (typeof id !== 'string') return null;
  return ((await database.get(at.record(id))) as OnboardingRecord | undefined) ?? null;
}

export const writeRecord = (transaction: Transaction, record: OnboardingRecord): void =>
  transaction.put(at.record(record.id), record);

type Beginning = Omit<OnboardingRecord, 'id' | 'createdAt' | 'outcome' | 'endedAt' | 'integration_id'> & {
  newId: string;
  now: number;
};

/** A record of one that goes on. */
export function beginRecord(transaction: Transaction, { newId, now, ...known }: Beginning): OnboardingRecord {
  const record = { ...known, id: newId, createdAt: now, outcome: null, endedAt: null, integration_id: null };
  writeRecord(transaction, record);
  transaction.add(indexOf.pending, newId);
  return record;
}

/** A key that stands for a record from now on. */
export function writeKey(transaction: Transaction, tenant: string, key: string, entry: KeyEntry): void {
  transaction.put(at.key(tenant, key), entry);
  transaction.add(indexOf.keys(entry.id), encodeURIComponent(key));
}

/** A newer record may be the live one by now. */
export async function dropLive(
  transaction: Transaction,
  { id, tenant, application_id, provider_id }: OnboardingRecord,
): Promise<void> {
  const place = at.live(tenant, application_id, provider_id);
  if ((await transaction.get(place)) === id) transaction.delete(place);
}
