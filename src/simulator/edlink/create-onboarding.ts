import * as v from 'valibot';
import { uuidOrNone } from '../../contract/uuid.js';
import { parseJson } from '../parse-json.js';
import type { Simulation } from '../simulation.js';
import type { UpstreamRequest } from '../upstream-request.js';
import type { OnboardingRecord } from '../world.js';
import { objectAnswer } from './edlink-answers.js';
import { EdlinkError } from './edlink-error.js';
import { onboardingJson } from './onboarding-json.js';
import { rememberCreation, repeatedCreation } from './idempotency.js';

const date = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
  v.transform((text) => new Date(text).toISOString()),
);

const reference = v.optional(uuidOrNone, null);

/** Fields that Edlink does not know are ignored, as a JSON API usually does. */
const bodySchema = v.object({
  application_id: reference,
  provider_id: reference,
  team_id: reference,
  redirect_uri: v.nullish(v.pipe(v.string(), v.url()), null),
  expiration_date: v.nullish(date, null),
  automatic_approval: v.nullish(v.boolean(), false),
});

type Body = v.InferOutput<typeof bodySchema>;

export function createOnboarding(simulation: Simulation, request: UpstreamRequest): Response {
  const { settings } = simulation;
  const key = request.url.searchParams.get('$idempotency');
  const record = repeatedCreation(simulation, key) ?? addOnboarding(simulation, readBody(request));
  rememberCreation(simulation, key, record);
  return objectAnswer(simulation, onboardingJson(settings, record), settings.createStatus);
}

function readBody({ headers, body }: UpstreamRequest): Body {
  const isJson = headers.get('Content-Type')?.startsWith('application/json');
  const read = v.safeParse(bodySchema, isJson ? parseJson(body) : undefined);
  if (read.success) return read.output;
  const field = v.getDotPath(read.issues[0]);
  throw invalidBody(field ? `The field ${field} is wrong.` : 'The body is no JSON object.');
}

function addOnboarding(simulation: Simulation, body: Body): OnboardingRecord {
  const applicationId = checkApplication(simulation, body.application_id);
  checkProvider(simulation, body.provider_id);
  checkRedirect(simulation, body.redirect_uri);
  if (body.team_id && !simulation.settings.teamVerified) {
    throw new EdlinkError('NO_PERMISSION', 'Your team must be verified to use team_id.');
  }
  const record = newRecord(simulation, body, applicationId);
  simulation.world.onboardings.set(record.id, record);
  return record;
}

function newRecord(simulation: Simulation, body: Body, applicationId: string): OnboardingRecord {
  return {
    id: simulation.randomUuid(),
    sequence: simulation.world.onboardings.size,
    state: 'created',
    ...body,
    ...expiryOf(simulation, body.expiration_date),
    automatic_approval: body.automatic_approval,
    application_id: applicationId,
    user_id: null,
    integration_id: null,
    createdAt: simulation.now(),
    completedAt: null,
    deletedAt: null,
    reads: 0,
    completedReads: 0,
    draft: { providerId: body.provider_id, districtName: null, baseUrl: null },
  };
}

function expiryOf({ settings, now }: Simulation, asked: string | null) {
  if (asked && Date.parse(asked) <= now()) throw invalidBody('The expiration_date is in the past.');
  if (asked) return { expiration_date: asked, expiresAt: Date.parse(asked) };
  if (settings.defaultExpiration === 'none') return { expiration_date: null, expiresAt: null };
  const expiresAt = now() + settings.lifetime;
  const isShown = settings.defaultExpiration === 'shown';
  return { expiration_date: isShown ? new Date(expiresAt).toISOString() : null, expiresAt };
}

function checkApplication({ settings }: Simulation, id: string | null): string {
  if (!id) throw new EdlinkError('MISSING_REQUIRED_FIELD', 'The field application_id is required.');
  if (settings.applications.some((application) => application.id === id)) return id;
  throw new EdlinkError('NO_PERMISSION', 'The application does not belong to this team.');
}

function checkProvider({ settings }: Simulation, id: string | null): void {
  if (!id || settings.providers.some((provider) => provider.id === id)) return;
  throw new EdlinkError('UNKNOWN_PROVIDER', 'There is no such provider.');
}

function checkRedirect({ settings }: Simulation, uri: string | null): void {
  if (!uri || settings.redirectOrigins === 'any') return;
  const { origin } = new URL(uri);
  if (settings.redirectOrigins.some((allowed) => new URL(allowed).origin === origin)) return;
  throw invalidBody('The redirect_uri is not on the list of this application.');
}

const invalidBody = (message: string) => new EdlinkError('INVALID_REQUEST_BODY', message);
