import { nothing } from '../answers.js';
import type { Exchange, Parts } from '../parts.js';
import { explainRefusal } from './refused-deletion.js';

/** `DELETE links/{id}`: 409 for one that cannot be deleted here, such as SAML2's. */
export async function deleteLink(
  { openSchool, settings }: Parts,
  { caller, trace }: Exchange,
  id: number,
): Promise<Response> {
  const school = await openSchool(caller);
  await school.audit({ action: 'delete', link_id: id });
  try {
    await school.pathwright.delete(id, trace);
  } catch (error) {
    throw await explainRefusal(error, { school, id, trace, now: settings.now });
  }
  return nothing();
}
