import type { BindResult, Connection, OnboardingRecord, Outcome, ProxyStore } from '../store.js';
import { freeInstant } from './embedded-claim.js';
import { LevelBatch, readRecord, type Level } from './level-batch.js';
import { at } from './store-keys.js';

/** The changes of `ProxyStore` that read before they write; each runs inside the store's queue. */
type Argument<Name extends 'renew' | 'bind' | 'finish'> = Parameters<ProxyStore[Name]>[0];

const isFree = ({ outcome, onboarding_id }: OnboardingRecord): boolean =>
  outcome === null && onboarding_id === null;

/** A record that Edlink never answers for must not grow without end. */
const mostInstants = 50;

export async function renewIn(
  level: Level,
  { id, lease, expiresAt }: Argument<'renew'>,
): Promise<OnboardingRecord | null> {
  const record = await readRecord(level, id);
  if (!record || !isFree(record) || record.lease?.holder !== lease.holder) return null;
  const batch = new LevelBatch(level);
  const renewed = { ...record, lease };
  if (expiresAt !== undefined) {
    const instant = await freeInstant(level, expiresAt);
    renewed.instants = [...record.instants, instant].slice(-mostInstants);
    renewed.expiration_date = instant;
    batch.put(at.instant(instant), id);
  }
  await batch.record(renewed).write();
  return renewed;
}

export async function releaseIn(level: Level, { id, holder }: { id: string; holder: string }): Promise<void> {
  const record = await readRecord(level, id);
  if (!record || !isFree(record) || record.lease?.holder !== holder) return;
  const batch = new LevelBatch(level)
    .delete(at.record(id))
    .delete(at.key(record.tenant, record.key))
    .delete(at.standsFor(id, record.key))
    .delete(at.pending(id));
  for (const instant of record.instants) batch.delete(at.instant(instant));
  await dropLive(level, record, batch);
  await batch.write();
}

export async function bindIn(
  level: Level,
  { id, onboarding_id, expiration_date }: Argument<'bind'>,
): Promise<BindResult> {
  const record = await readRecord(level, id);
  if (!record) return { kind: 'refused' };
  if (record.onboarding_id !== null) return { kind: 'already', record };
  const isTaken = (await level.get(at.bound(onboarding_id))) !== undefined;
  if (isTaken || record.outcome !== null) return { kind: 'refused' };
  const bound: OnboardingRecord = {
    ...record,
    onboarding_id,
    expiration_date: expiration_date ?? record.expiration_date,
    lease: null,
  };
  await new LevelBatch(level)
    .record(bound)
    .put(at.bound(onboarding_id), id)
    .put(at.listed(record.tenant, record.createdAt, id), id)
    .write();
  return { kind: 'bound', record: bound };
}

const finalOutcomes: ReadonlySet<Outcome | null> = new Set<Outcome>(['connected', 'conflict']);

export async function finishIn(level: Level, end: Argument<'finish'>): Promise<void> {
  const record = await readRecord(level, end.id);
  if (!record) return;
  const batch = new LevelBatch(level);
  if (record.endedAt !== null) batch.delete(at.ended(record.endedAt, record.id));
  const isReplaced = record.outcome === null || finalOutcomes.has(end.outcome);
  if (isReplaced) await writeEnd(level, record, end, batch);
  if (end.outcome !== 'deleted') {
    const endedAt = isReplaced ? end.now : (record.endedAt ?? end.now);
    batch.delete(at.pending(end.id)).put(at.ended(endedAt, end.id), end.id);
  }
  await batch.write();
}

async function writeEnd(
  level: Level,
  record: OnboardingRecord,
  { outcome, integration_id, now }: Argument<'finish'>,
  batch: LevelBatch,
): Promise<void> {
  const isConnected = outcome === 'connected' && integration_id !== undefined;
  batch.record({
    ...record,
    outcome,
    endedAt: now,
    lease: null,
    integration_id: isConnected ? integration_id : null,
  });
  if (isConnected && record.onboarding_id !== null) {
    const connection: Connection = {
      integration_id,
      onboarding_id: record.onboarding_id,
      connected_at: new Date(now).toISOString(),
    };
    batch.put(at.connection(record.tenant), connection);
  }
  await dropLive(level, record, batch);
}

/** A newer record may be the live one by now. */
async function dropLive(
  level: Level,
  { id, tenant, application_id, provider_id }: OnboardingRecord,
  batch: LevelBatch,
): Promise<void> {
  const place = at.live(tenant, application_id, provider_id);
  if ((await level.get(place)) === id) batch.delete(place);
}
