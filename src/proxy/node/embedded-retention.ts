import type { OnboardingRecord, ProxyStore } from '../store.js';
import { LevelBatch, readRecord, type Level } from './level-batch.js';
import { at, endedBefore, standingFor } from './store-keys.js';

/** `ProxyStore.forget`; runs inside the store's queue. */
export async function forgetIn(level: Level, old: Parameters<ProxyStore['forget']>[0]): Promise<number> {
  const entries = await level.iterator({ ...endedBefore(old.endedBefore), limit: old.limit }).all();
  for (const [place, id] of entries) {
    const batch = new LevelBatch(level).delete(place);
    const record = await readRecord(level, id);
    if (record) await forgetRecord(level, record, batch);
    await batch.write();
  }
  return entries.length;
}

async function forgetRecord(level: Level, record: OnboardingRecord, batch: LevelBatch): Promise<void> {
  const { id, tenant, createdAt, onboarding_id, instants } = record;
  batch.delete(at.record(id)).delete(at.listed(tenant, createdAt, id));
  if (onboarding_id !== null) batch.delete(at.bound(onboarding_id));
  for (const instant of instants) batch.delete(at.instant(instant));
  for await (const [place, key] of level.iterator(standingFor(id))) {
    batch.delete(place).delete(at.key(tenant, key as string));
  }
}
