import type { Link } from '../../contract/link.js';
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
  const row = await findRow(deletion);
  if (row === 'gone') return notFound();
  // Where the list is too long to look through, the one documented reason is the likeliest.
  return row === 'not found yet' || row.link_type !== 'external' ? notHere() : error;
}

const notHere = (): ProxyFailure =>
  new ProxyFailure('conflict', { detail: 'a link of SAML2 is removed at the identity provider' });

const isAmbiguous = ({ effect, code }: UpstreamFailure): boolean =>
  effect === 'refused' && (code === 'upstream_credentials' || code === 'upstream_unavailable');

async function findRow({ school, id, trace, now }: Deletion): Promise<Link | 'gone' | 'not found yet'> {
  const giveUpAt = now() + school.timeout;
  let position: string | null = null;
  for (let count = 0; count < mostPages && now() < giveUpAt; count++) {
    const page = await school.pathwright.list(position, trace);
    const row = page.links.find((link) => link.id === id);
    if (row) return row;
    if (page.next === null) return 'gone';
    position = page.next;
  }
  return 'not found yet';
}
