import type { Link } from '../contract/link.js';
import { goOn } from './import-run.js';
import { indexLinks, type KnownLinks } from './known-links.js';
import type { Entry, ImportRun, Result } from './run-state.js';

/**
 * The list has been read, whole and after the last `POST` has ended: whatever of the run is there is done, and whose
 * external id somebody else has by now is not written.
 */
export function reconcile(run: ImportRun, links: readonly Link[]): ImportRun {
  if (run.phase.name !== 'reading') return run;
  const known = indexLinks(links);
  return goOn(run.entries.map((entry) => ({ ...entry, result: resultOf(entry, known) })));
}

function resultOf({ user_id, external_id, result }: Entry, known: KnownLinks): Result {
  if (result.name !== 'waiting' && result.name !== 'unknown') return result;
  const there = known.find(user_id, external_id);
  if (there) return { name: result.name === 'unknown' ? 'created' : 'there', link: there };
  const link = known.withExternalId(external_id);
  return link ? { name: 'linked_already', link } : { name: 'waiting' };
}
