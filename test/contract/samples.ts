import type { Onboarding } from '../../src/contract/onboarding.js';

export const ourId = '5f0e3c1a-9b7d-4c55-8a51-0d9a5c9d1b11';
export const otherId = '5f0e3c1a-9b7d-4c55-8a51-0d9a5c9d1b22';
export const integrationId = 'e2a1b8f4-6f0a-4f0e-9d4e-3f1a2b3c4d5e';
export const applicationId = '16fd2706-8baf-433b-82eb-8c7fada847da';
export const key = 'a-key-that-is-long-enough';

/** An onboarding as the client hands it on. */
export const onboarding = (changes: Partial<Onboarding> = {}): Onboarding => ({
  id: ourId,
  state: 'created',
  redirect_uri: null,
  expiration_date: '2026-09-04T08:00:00.000Z',
  automatic_approval: null,
  application_id: applicationId,
  provider_id: null,
  user_id: null,
  team_id: null,
  integration_id: null,
  $host: undefined,
  ...changes,
});

export const completed = onboarding({ state: 'completed', integration_id: integrationId });
