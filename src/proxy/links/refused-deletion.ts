import { notFound, ProxyFailure, UpstreamFailure } from '../failure.js';
import type { Trace } from '../trace.js';
import type { School } from './schools.js';

/** Of a list whose page length is unknown. */
const mostPages = 100;

interface Deletion {
  school: School;
  id: number;
  trace: Trace;
  now: () => number;
}

/**
 * Pathwright refuses to delete links of SAML2, with a status and a body that are not documented: 403 may as well be about
 * the token. Nor is there a way to read one link, so that only the list can tell.
 */
export async function explainRefusal(error: unknown, deletion: Deletion): Promise<unknown> {
  if (!(error instanceof UpstreamFailure) || !isAmbiguous(error)) return error;
  // Where the list is too long to look through, the one documented reason is the likeliest.
  return (await findType(deletion)) === 'external' ? error : notHere();
}

const notHere = (): ProxyFailure =>
  new ProxyFailure('conflict', { detail: 'a link of SAML2 is removed at the identity provider' });

const isAmbiguous = ({ effect, code }: UpstreamFailure): boolean =>
  effect === 'refused' && (code === 'upstream_credentials' || code === 'upstream_unavailable');

/** The type of the link; `undefined` where it was not found in time. @throws ProxyFailure `not_found`: there is none. */
async function findType({ school, id, trace, now }: Deletion): Promise<string | undefined> {
  const giveUpAt = now() + school.timeout;
  let position: string | null = null;
  for (let count = 0; count < mostPages && now() < giveUpAt; count++) {
    const page = await school.pathwright.list(position, trace);
    const row = page.links.find((link) => link.id === id);
    if (row) return row.link_type;
    if (page.next === null) throw notFound();
    position = page.next;
  }
  return undefined;
}
