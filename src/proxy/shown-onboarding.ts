import type { Onboarding } from '../contract/onboarding.js';
import { callHost } from './host-call.js';
import type { Parts } from './parts.js';
import type { OnboardingRecord } from './store.js';

/** An onboarding as a browser may see it: the host knows of its completion, and its notes are beside it. */
export async function show(
  { completion, settings }: Parts,
  record: OnboardingRecord | null,
  onboarding: Onboarding,
): Promise<Onboarding> {
  if (!record) return onboarding;
  await completion.settle(record, onboarding);
  const district = await describe(settings.describeTenant, record.tenant);
  return {
    ...onboarding,
    $host: {
      ...(district !== undefined && { district }),
      created_by: record.actor,
      created_at: new Date(record.createdAt).toISOString(),
      ...(settings.watched && { watched: true }),
    },
  };
}

/** Milliseconds. */
const longestDescription = 2_000;

/** A text for display is not worth a failed request, nor a long wait. */
async function describe(
  describeTenant: Parts['settings']['describeTenant'],
  tenant: string,
): Promise<string | undefined> {
  try {
    const district: unknown = (await callHost(() => describeTenant?.(tenant), longestDescription))?.district;
    return typeof district === 'string' ? district : undefined;
  } catch {
    return undefined;
  }
}
