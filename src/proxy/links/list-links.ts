import type { LinkList } from '../../contract/link.js';
import { json } from '../answers.js';
import { openCursor, sealCursor } from '../cursors.js';
import { checkNames } from '../query-names.js';
import type { Exchange, Parts } from '../parts.js';

const parameters: ReadonlySet<string> = new Set(['cursor']);

/** `GET links`: a page as Pathwright has it, with cursors for its URLs. */
export async function listLinks(
  { keys, openSchool }: Parts,
  { request, caller, trace }: Exchange,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  checkNames(query, parameters);
  const school = await openSchool(caller);
  // A cursor is worth nothing to another tenant, in another school, or for onboardings, which have filters here.
  const context = JSON.stringify([caller.tenant, school.name]);
  const seal = (position: string | null) => (position === null ? null : sealCursor(keys, context, position));
  const cursor = query.get('cursor');
  const asked = cursor === null ? null : await openCursor(keys, context, cursor);
  const { count, links, next, previous } = await school.pathwright.list(asked, trace);
  const list: LinkList = {
    count,
    next: await seal(next),
    previous: await seal(previous),
    results: links,
    $host: { can: caller.can },
  };
  return json(200, list);
}
