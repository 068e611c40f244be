import type { Simulation } from './simulation.js';
import type { IntegrationRecord, OnboardingRecord } from './world.js';

/** How an onboarding ends. All of it may be left out. */
export interface Completion {
  /** `false` completes it without an integration ("if the onboarding was successful"). */
  integration?: boolean;
  /** Gives the integration this id, also one that exists already, as when a district connects twice. */
  integrationId?: string;
  /** The district's name; otherwise what was typed in, or the setting `districtName`. */
  districtName?: string;
  /** What is shared. */
  permissions?: readonly string[];
}

export const hasExpired = ({ now }: Pick<Simulation, 'now'>, record: OnboardingRecord): boolean =>
  record.state !== 'completed' && record.expiresAt !== null && now() >= record.expiresAt;

/** Somebody has opened the page, or chosen a data source: the setting says which of them counts. */
export function noteProgress(
  { settings }: Simulation,
  record: OnboardingRecord,
  progress: 'opening' | 'choosing',
): void {
  if (record.state === 'created' && settings.startedBy === progress) record.state = 'started';
}

/** Completes it, whoever looks; even after its expiry, because the person may have been in the middle. */
export function completeOnboarding(
  simulation: Simulation,
  record: OnboardingRecord,
  completion: Completion = {},
): void {
  record.state = 'completed';
  record.completedAt = simulation.now();
  if (completion.integration === false) return;
  const integration = integrationOf(simulation, record, completion);
  record.integration_id = integration.id;
  record.team_id = integration.team.id;
}

function integrationOf(
  simulation: Simulation,
  record: OnboardingRecord,
  completion: Completion,
): IntegrationRecord {
  const { world } = simulation;
  const id = completion.integrationId?.toLowerCase() ?? simulation.randomUuid();
  const integration = world.integrations.get(id) ?? newIntegration(simulation, record, completion, id);
  world.integrations.set(id, integration);
  return integration;
}

function newIntegration(
  { settings, now, randomUuid }: Simulation,
  record: OnboardingRecord,
  { districtName, permissions }: Completion,
  id: string,
): IntegrationRecord {
  const { automatic_approval, application_id, draft } = record;
  const asAsked = automatic_approval ? 'active' : 'requested';
  return {
    id,
    access_token: `simulated-access-token-${randomUuid()}`,
    status: settings.integrationStatus === 'as-asked' ? asAsked : settings.integrationStatus,
    application_id,
    provider_id: record.provider_id ?? draft.providerId ?? settings.providers[0]?.id ?? randomUuid(),
    team: {
      id: record.team_id ?? randomUuid(),
      name: districtName ?? draft.districtName ?? settings.districtName,
    },
    permissions: permissions ?? [],
    createdAt: now(),
  };
}
