import { uuidPattern } from '../../contract/uuid.js';
import type { Simulation } from '../simulation.js';
import { objectAnswer } from './edlink-answers.js';
import { EdlinkError, notFound } from './edlink-error.js';

/** Carries the `access_token` on purpose, as Edlink's answer does: it must never get past a proxy. */
export function readIntegration(simulation: Simulation, id: string): Response {
  if (!uuidPattern.test(id)) throw new EdlinkError('INVALID_UUID', 'The integration id is no UUID.');
  const integration = simulation.world.integrations.get(id.toLowerCase());
  if (!integration) throw notFound();
  const { integrationStateField, providers } = simulation.settings;
  const provider = providers.find((candidate) => candidate.id === integration.provider_id) ?? {
    id: integration.provider_id,
  };
  return objectAnswer(simulation, {
    id: integration.id,
    [integrationStateField]: integration.status,
    access_token: integration.access_token,
    created_date: new Date(integration.createdAt).toISOString(),
    application_id: integration.application_id,
    permissions: integration.permissions,
    provider,
    source: { id: integration.team.id, name: integration.team.name, provider },
    team: integration.team,
  });
}
