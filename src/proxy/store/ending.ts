import type { Connection, OnboardingRecord, Outcome, ProxyStore } from '../store.js';
import type { Transaction } from './database.js';
import { at, indexOf, timed } from './places.js';
import { dropLive, readRecord, writeRecord } from './records.js';

type End = Parameters<ProxyStore['finish']>[0];

const finalOutcomes: ReadonlySet<Outcome | null> = new Set<Outcome>(['connected', 'conflict']);

/** `ProxyStore.finish`. */
export async function finish(transaction: Transaction, end: End): Promise<void> {
  const record = await readRecord(transaction, end.id);
  if (!record) return;
  const isReplaced = record.outcome === null || finalOutcomes.has(end.outcome);
  if (isReplaced) await writeEnd(transaction, record, end);
  // What was deleted stays pending, and whatever was pending no more stays so.
  if (end.outcome === 'deleted') return;
  const endedAt = isReplaced ? end.now : (record.endedAt ?? end.now);
  transaction.remove(indexOf.pending, end.id);
  transaction.add(indexOf.ended, timed(endedAt, end.id));
}

async function writeEnd(transaction: Transaction, record: OnboardingRecord, end: End): Promise<void> {
  const { outcome, integration_id, now } = end;
  const isConnected = outcome === 'connected' && integration_id !== undefined;
  writeRecord(transaction, {
    ...record,
    outcome,
    endedAt: now,
    lease: null,
    integration_id: isConnected ? integration_id : null,
  });
  if (record.endedAt !== null) transaction.remove(indexOf.ended, timed(record.endedAt, record.id));
  if (isConnected && record.onboarding_id !== null) {
    connect(transaction, record.tenant, { integration_id, onboarding_id: record.onboarding_id, now });
  }
  await dropLive(transaction, record);
}

/** Makes an integration the tenant's connection. */
export function connect(
  transaction: Transaction,
  tenant: string,
  { now, ...connected }: Omit<Connection, 'connected_at'> & { now: number },
): void {
  const connection: Connection = { ...connected, connected_at: new Date(now).toISOString() };
  transaction.put(at.connection(tenant), connection);
}
