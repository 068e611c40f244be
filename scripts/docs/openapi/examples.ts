import type { Link, LinkRequest } from '../../../src/contract/link.js';
import type { Onboarding, OnboardingRequest } from '../../../src/contract/onboarding.js';

const id = '5f0e3c1a-9b7d-4c55-8a51-0d9a5c9d1b11';

export const request: OnboardingRequest = {
  provider_id: '035d6dd6-1569-47b2-8ed8-63435be58078',
  redirect_uri: 'https://app.example/return.html',
};

export const created: Onboarding = {
  id,
  state: 'created',
  redirect_uri: 'https://app.example/return.html',
  expiration_date: '2026-09-04T08:00:00.417Z',
  automatic_approval: null,
  application_id: '16fd2706-8baf-433b-82eb-8c7fada847da',
  provider_id: '035d6dd6-1569-47b2-8ed8-63435be58078',
  user_id: null,
  team_id: null,
  integration_id: null,
  $host: {
    district: 'Maple Valley School District',
    created_by: 'anna@maple-valley.example',
    created_at: '2026-09-01T08:00:00.000Z',
    watched: true,
  },
};

export const started: Onboarding = {
  ...created,
  state: 'started',
  user_id: '0b9f6d5e-3a57-4a39-8a7e-8ce3a0a1b2c3',
};

export const completed: Onboarding = {
  ...started,
  state: 'completed',
  integration_id: 'e2a1b8f4-6f0a-4f0e-9d4e-3f1a2b3c4d5e',
};

export const link: Link = {
  id: 2,
  user: 456,
  link_type: 'external',
  external_id: 'my_external_id',
  last_external_update: '2017-10-09T21:36:40.707776Z',
};

export const samlLink: Link = {
  ...link,
  id: 1,
  user: 123,
  link_type: 'saml2',
  external_id: 'saml2.user@example.com',
};

export const linkRequest: LinkRequest = { user_id: 456, external_id: 'my_external_id' };

export const key = '3f6c1de0-6a7b-4a0c-9a6e-1f7f0d1c2b3a';
export const cursor = 'kX2p9vQm0cT1';
export { id };
