import * as v from 'valibot';
import { linkSchema, type Link, type LinkRequest } from '../../contract/link.js';
import { goodRows } from '../good-rows.js';
import type { Trace } from '../trace.js';
import { unusableAnswer, type CallUpstream } from '../upstream-call.js';
import type { PathwrightOperation } from './pathwright-upstream.js';

const pageSchema = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  next: v.nullish(v.string(), null),
  previous: v.nullish(v.string(), null),
  results: v.array(v.unknown()),
});

/** Django REST Framework's error, whatever the status says. */
const errorSchema = v.object({ detail: v.unknown() });

const longestOne = 64 * 1024;
const longestPage = 8 * 1024 * 1024;
/** Characters. */
const longestPosition = 2048;
/** For a `next` without a host. */
const anyBase = 'https://pathwright.com';

/** The query of a page's URL: empty for the first page, `null` where there is no page. */
type Position = string | null;

export interface LinkPage {
  count: number;
  links: Link[];
  next: Position;
  previous: Position;
}

/** The three calls. Answers are rebuilt field by field from the contract's schema. */
export interface Pathwright {
  list(position: Position, trace: Trace): Promise<LinkPage>;
  create(fields: LinkRequest, trace: Trace): Promise<Link>;
  delete(id: number, trace: Trace): Promise<void>;
}

export function createPathwright(call: CallUpstream<PathwrightOperation>): Pathwright {
  return {
    list(position, trace) {
      const query = position === null ? {} : { query: new URLSearchParams(position) };
      const parse = (answer: unknown) => parsePage(answer, position);
      return call({ operation: 'listLinks', ...query, longest: longestPage, parse, trace });
    },
    create({ user_id, external_id }, trace) {
      const body = { user_id, external_id };
      const parse = (answer: unknown) => parseMade(answer, body);
      return call({ operation: 'createLink', body, longest: longestOne, parse, trace });
    },
    delete(id, trace) {
      const parse = (answer: unknown) => {
        if (v.is(errorSchema, answer)) throw unusableAnswer();
      };
      return call({
        operation: 'deleteLink',
        id: String(id),
        longest: longestOne,
        mayBeEmpty: true,
        parse,
        trace,
      });
    },
  };
}

function parsePage(answer: unknown, asked: Position): LinkPage {
  const read = v.safeParse(pageSchema, answer);
  if (!read.success) throw unusableAnswer();
  const { count, results } = read.output;
  const [next, previous] = [read.output.next, read.output.previous].map(positionIn) as [Position, Position];
  // A next page that is the first one, or this one, would never end.
  if (next !== null && (next === '' || next === asked)) throw unusableAnswer();
  return { count, links: goodRows(linkSchema, results), next, previous };
}

/** A URL that Pathwright chose is not followed; only its query is taken into one of ours. */
function positionIn(link: string | null): Position {
  if (link === null) return null;
  const url = URL.canParse(link, anyBase) ? new URL(link, anyBase) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw unusableAnswer();
  const position = url.searchParams.toString();
  if (position.length > longestPosition) throw unusableAnswer();
  return position;
}

/** The documented sample leaves `user` out. White space around an identity is Pathwright's to take away. */
function parseMade(answer: unknown, asked: LinkRequest): Link {
  const read = v.safeParse(linkSchema, answer);
  if (!read.success) throw unusableAnswer();
  const link = { ...read.output, user: read.output.user ?? asked.user_id };
  const isAskedFor = link.user === asked.user_id && link.external_id.trim() === asked.external_id.trim();
  if (!isAskedFor) throw unusableAnswer();
  return link;
}
