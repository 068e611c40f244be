import { uuidPattern } from '../../contract/uuid.js';
import type { Simulation } from '../simulation.js';
import type { OnboardingRecord } from '../world.js';
import { hasExpired } from '../lifecycle.js';
import { EdlinkError, notFound } from './edlink-error.js';

/** The onboarding a call names, or Edlink's error. */
export function findOnboarding(simulation: Simulation, id: string): OnboardingRecord {
  if (!uuidPattern.test(id)) throw new EdlinkError('INVALID_UUID', 'The onboarding id is no UUID.');
  const record = simulation.world.onboardings.get(id.toLowerCase());
  if (!record || !isThere(simulation, record)) throw notFound();
  return record;
}

/** Whether the API still admits that it exists. */
export function isThere(simulation: Simulation, record: OnboardingRecord): boolean {
  if (record.deletedAt !== null) return false;
  return simulation.settings.readAfterExpiry === 'object' || !hasExpired(simulation, record);
}

/** Whether the replica that answers reads has not heard of it yet. Counts the read. */
export function isHiddenByLag({ settings, now }: Simulation, record: OnboardingRecord): boolean {
  record.reads += 1;
  return record.reads <= settings.lagReads || now() - record.createdAt < settings.lagMilliseconds;
}

/** Counts an answer in which the onboarding was shown, for `integrationIdAfterReads`. */
export function countShown(record: OnboardingRecord): void {
  if (record.state === 'completed') record.completedReads += 1;
}
