import { linkRequestSchema } from '../../contract/link.js';
import { json } from '../answers.js';
import { readFields, refuseFields } from '../body-fields.js';
import type { Exchange, Parts } from '../parts.js';
import { readRequestBody } from '../request-body.js';

/**
 * `POST links`. Nothing at Pathwright tells a repetition from a second wish, so that it is sent once: after a lost answer
 * nobody knows whether it happened.
 */
export async function createLink(
  { openSchool }: Parts,
  { request, caller, trace }: Exchange,
): Promise<Response> {
  const school = await openSchool(caller);
  const body = await readRequestBody(request);
  refuseFields(body, (field) => Object.hasOwn(linkRequestSchema.entries, field));
  const { user_id, external_id } = readFields(linkRequestSchema, body);
  await school.audit({ action: 'create', user_id, external_id });
  return json(201, await school.pathwright.create({ user_id, external_id }, trace));
}
