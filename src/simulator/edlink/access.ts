import { isUuid } from '../../contract/uuid.js';
import type { Simulation } from '../simulation.js';
import type { UpstreamRequest } from '../upstream-request.js';
import { EdlinkError } from './edlink-error.js';
import type { EdlinkCall } from './edlink-routes.js';

/** Throws unless the bearer token may make this call. */
export function checkAccess(simulation: Simulation, call: EdlinkCall, request: UpstreamRequest): void {
  const token = bearerToken(request.headers);
  if (simulation.settings.expiredTokens.includes(token)) {
    throw new EdlinkError('EXPIRED_TOKEN', 'The token has expired.');
  }
  if (call.operation === 'integration') checkIntegrationToken(simulation, call.id, token);
  else checkTeamToken(simulation, call, token);
}

// RFC 9110 §11.1: the scheme is case-insensitive.
const bearerToken = (headers: Headers): string =>
  /^bearer +(?<token>\S+)$/i.exec(headers.get('Authorization') ?? '')?.groups?.token ?? '';

function checkTeamToken({ settings }: Simulation, call: EdlinkCall, token: string): void {
  const isWriter = token === settings.token;
  if (!isWriter && token !== settings.readToken) throw invalidToken();
  if (call.operation === 'providers' || call.operation === 'other') return;
  if (!isUuid(call.team)) throw new EdlinkError('INVALID_UUID', 'The team id is no UUID.');
  const isAllowed = isWriter || call.operation === 'read' || call.operation === 'list';
  if (call.team.toLowerCase() !== settings.teamId || !isAllowed) throw noPermission();
}

/** An integration is read with its application's secret or its own access token (seed: step 9 of the workflow). */
function checkIntegrationToken({ settings, world }: Simulation, id: string, token: string): void {
  const integration = world.integrations.get(id.toLowerCase());
  const application = settings.applications.find(({ secret }) => secret === token);
  if (application && (!integration || integration.application_id === application.id)) return;
  if (integration?.access_token === token) return;
  const isTeamToken = token === settings.token || token === settings.readToken;
  if (isTeamToken && settings.teamTokenReadsIntegrations) return;
  throw application || isTeamToken ? noPermission() : invalidToken();
}

const invalidToken = () => new EdlinkError('INVALID_TOKEN', 'The token is missing or unknown.');
const noPermission = () => new EdlinkError('NO_PERMISSION', 'This token does not permit the call.');
