import * as v from 'valibot';
import { linkListSchema, type LinkList } from '../../../contract/link.js';
import { jsonOf, type Answer } from '../answer.js';
import type { CheckRun } from '../check-run.js';
import { demand, Inapplicable } from '../fault.js';
import { failureInWords, isFailing } from '../trouble.js';

/** As much of a page as rules read; what is wrong with its rows is the business of the rule about shapes. */
const pageSchema = v.object({ ...linkListSchema.entries, results: v.array(v.object({ id: v.number() })) });

export type LinkPage = v.InferOutput<typeof pageSchema>;

/** @throws Fault unless it is a page of links. */
export function readLinks(answer: Answer): LinkPage {
  const body = jsonOf(answer);
  const complaint = answer.status === 200 ? cursorComplaint(body) : undefined;
  demand(complaint === undefined, answer, complaint ?? '');
  const read = v.safeParse(pageSchema, body);
  demand(answer.status === 200 && read.success, answer, isFailing(answer) ? failureInWords(answer) : noPage);
  return read.output;
}

const noPage =
  'no page of links: answer 200 with { "count", "next", "previous", "results": [link…] }, or 404 to whom links are not granted';

/** What is wrong with the cursors of a page that may be right otherwise. */
export function cursorComplaint(page: unknown): string | undefined {
  const { next, previous } = (page ?? {}) as Partial<LinkList>;
  const names = Object.entries({ next, previous }).filter(([, cursor]) => isAddress(cursor));
  const [name] = names[0] ?? [];
  return (
    name &&
    `${name} is an address of Pathwright’s: it has to be an opaque cursor, sealed, as the parameter cursor takes it`
  );
}

/** A URL, a path or a query. */
const isAddress = (cursor: unknown): boolean =>
  typeof cursor === 'string' && /:\/\/|^\/|[?&]|^\w*(page|offset|cursor|limit)\w*=/i.test(cursor);

/** The page that the run has found. @throws Inapplicable */
export function linksFound({ links }: CheckRun): LinkPage {
  if (!links) throw new Inapplicable('the caller has no links');
  return links;
}
