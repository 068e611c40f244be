import type { Simulation } from '../simulation.js';
import type { SchoolRecord } from '../world.js';
import { notFound, PathwrightError } from './pathwright-error.js';

/** Only `external` links can be deleted (seed: "External Links"). */
export function deleteLink({ settings }: Simulation, { links }: SchoolRecord, id: string): Response {
  const link = /^\d+$/.test(id) ? links.get(Number(id)) : undefined;
  if (!link) throw notFound();
  if (link.link_type !== 'external') throw refusals[settings.samlRefusal]();
  links.delete(link.id);
  return new Response(null, { status: 204 });
}

/** A `ValidationError` of a text is a list with that text, and no object. */
const refusals = {
  400: () => new PathwrightError(400, ['SAML2 links cannot be deleted.']),
  403: () => new PathwrightError(403, { detail: 'You do not have permission to perform this action.' }),
};
