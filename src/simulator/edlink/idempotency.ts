import type { Simulation } from '../simulation.js';
import type { OnboardingRecord } from '../world.js';
import { EdlinkError } from './edlink-error.js';

const longestKey = 255;
const thirtyDays = 2_592_000_000;

/** The onboarding an earlier POST with this key has made, if onboardings honour `$idempotency` at all. */
export function repeatedCreation(
  { settings, world, now }: Simulation,
  key: string | null,
): OnboardingRecord | undefined {
  if (key === null || !settings.honoursIdempotency) return undefined;
  if (key.length > longestKey) {
    throw new EdlinkError('IDEMPOTENCY_KEY_TOO_LONG', `The key is longer than ${longestKey} characters.`);
  }
  const record = world.creations.get(key);
  return record && now() - record.createdAt < thirtyDays ? record : undefined;
}

export function rememberCreation({ world }: Simulation, key: string | null, record: OnboardingRecord): void {
  if (key !== null) world.creations.set(key, record);
}
