import type { Onboarding } from '../contract/onboarding.js';
import type { Parts } from './parts.js';
import type { OnboardingRecord } from './store.js';

/** An onboarding as a browser may see it: the host knows of its completion, and its notes are beside it. */
export async function show(
  { completion, describeDistrict, nameIntegration, settings }: Parts,
  record: OnboardingRecord | null,
  onboarding: Onboarding,
): Promise<Onboarding> {
  if (!record) return onboarding;
  await completion.settle(record, onboarding);
  const { state, integration_id } = onboarding;
  const district = await describeDistrict(record.tenant);
  const integration =
    state === 'completed' && integration_id ? await nameIntegration(integration_id) : undefined;
  return {
    ...onboarding,
    $host: {
      ...(district !== undefined && { district }),
      ...(record.actor !== '' && { created_by: record.actor }),
      created_at: new Date(record.createdAt).toISOString(),
      ...(settings.watched && { watched: true }),
      ...(integration && { integration }),
    },
  };
}
