import * as v from 'valibot';
import { parseJson } from '../parse-json.js';
import type { Simulation } from '../simulation.js';
import type { UpstreamRequest } from '../upstream-request.js';
import type { SchoolRecord } from '../world.js';
import { linkFieldsSchema, type LinkFields } from './link-fields.js';
import { linkJson } from './link-json.js';
import { withMicroseconds } from './microseconds.js';
import { notFound, PathwrightError } from './pathwright-error.js';
import { addLink, isLinked } from './school-record.js';

export function createLink(simulation: Simulation, school: SchoolRecord, request: UpstreamRequest): Response {
  const { settings, world, now } = simulation;
  const { user_id, external_id } = readFields(simulation, school, readBody(request));
  const link = addLink(world, school, {
    user: user_id,
    link_type: 'external',
    external_id,
    last_external_update: settings.linkTimes === 'shown' ? withMicroseconds(now()) : null,
  });
  const { user, ...sample } = linkJson(settings, link);
  const body = settings.createdLinkOmitsUser ? sample : { ...sample, user };
  return Response.json(body, { status: settings.createLinkStatus });
}

function readBody({ headers, body }: UpstreamRequest): Record<string, unknown> {
  const type = headers.get('Content-Type') ?? '';
  if (!type.startsWith('application/json')) {
    throw new PathwrightError(415, { detail: `Unsupported media type "${type}" in request.` });
  }
  const json = parseJson(body);
  if (json === undefined)
    throw invalid({ detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' });
  if (isObject(json)) return json;
  throw invalid({ non_field_errors: ['Invalid data. Expected a dictionary.'] });
}

function readFields(
  { settings }: Simulation,
  school: SchoolRecord,
  body: Record<string, unknown>,
): LinkFields {
  const { user_id, external_id } = body;
  const schema = linkFieldsSchema(settings, school);
  const read = v.safeParse(schema, { user_id, external_id }, { abortPipeEarly: true });
  if (!read.success) throw invalid(v.flatten<typeof schema>(read.issues).nested ?? {});
  if (!school.members.has(read.output.user_id)) throw notFound();
  if (settings.duplicateExternalId === 'non-field-error' && isLinked(school, read.output.external_id)) {
    throw invalid({ non_field_errors: ['The fields school, external_id must make a unique set.'] });
  }
  return read.output;
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const invalid = (body: object) => new PathwrightError(400, body);
