import * as v from 'valibot';
import type { Simulation } from '../simulation.js';
import { EdlinkError } from './edlink-error.js';

const largestPage = 10_000;
const twoHours = 7_200_000;

const cursorSchema = v.object({ after: v.number(), issuedAt: v.number() });

export interface Paging {
  readonly first: number;
  /** The `sequence` of the last onboarding the caller has seen; -1 at the beginning. */
  readonly after: number;
}

export function readPaging(simulation: Simulation, query: URLSearchParams): Paging {
  const cursor = query.get('$cursor') ?? query.get('$after');
  return {
    first: readFirst(query.get('$first'), simulation.settings.pageSize),
    after: cursor === null ? -1 : readCursor(simulation, cursor),
  };
}

/** The absolute URL of the next page: this page's own, with a cursor that is good for two hours. */
export function nextUrl({ now }: Simulation, url: URL, after: number): string {
  const next = new URL(url);
  next.searchParams.delete('$after');
  next.searchParams.set('$cursor', btoa(JSON.stringify({ after, issuedAt: now() })));
  return next.href;
}

function readFirst(text: string | null, pageSize: number): number {
  if (text === null) return pageSize;
  const first = Number(text);
  if (Number.isInteger(first) && first >= 1 && first <= largestPage) return first;
  throw new EdlinkError('INVALID_PAGE_SIZE', `$first is not between 1 and ${largestPage}.`);
}

function readCursor({ now, world }: Simulation, text: string): number {
  const seen = world.onboardings.get(text.toLowerCase());
  if (seen) return seen.sequence;
  const cursor = v.safeParse(cursorSchema, decode(text));
  if (cursor.success && now() - cursor.output.issuedAt < twoHours) return cursor.output.after;
  throw new EdlinkError('INVALID_CURSOR', 'The cursor is unknown or older than two hours.');
}

function decode(text: string): unknown {
  try {
    return JSON.parse(atob(text));
  } catch {
    return undefined;
  }
}
