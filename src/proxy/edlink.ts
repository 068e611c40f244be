import * as v from 'valibot';
import { unwrap } from '../contract/envelope.js';
import { onboardingSchema, type Onboarding } from '../contract/onboarding.js';
import type { EdlinkOperation } from './edlink-upstream.js';
import { UpstreamFailure } from './failure.js';
import { goodRows } from './good-rows.js';
import type { Trace } from './trace.js';
import { unusableAnswer, type CallUpstream } from './upstream-call.js';

/** Edlink cannot speak for the host: a `$host` of its own would be shown as ours. */
const upstreamSchema = v.omit(onboardingSchema, ['$host']);

const listSchema = v.object({
  $data: v.array(v.unknown()),
  $next: v.nullish(v.string()),
});

/** An error, whatever the status says. */
const errorSchema = v.union([
  v.object({ $errors: v.pipe(v.array(v.unknown()), v.nonEmpty()) }),
  v.object({ $error: v.union([v.string(), v.looseObject({})]) }),
]);

const longestOne = 64 * 1024;
const longestList = 8 * 1024 * 1024;

/** The body of an onboarding's creation, in Edlink's spelling. */
export interface NewOnboarding {
  application_id: string;
  expiration_date: string;
  provider_id?: string;
  redirect_uri?: string;
  team_id?: string;
  automatic_approval?: boolean;
}

export interface UpstreamPage {
  onboardings: Onboarding[];
  /** Edlink's own; valid for two hours. */
  cursor?: string;
}

/** The four calls. Answers are rebuilt field by field from the contract's schema: an `access_token` never survives. */
export interface Edlink {
  create(fields: NewOnboarding, idempotency: string, trace: Trace): Promise<Onboarding>;
  read(id: string, trace: Trace): Promise<Onboarding>;
  delete(id: string, trace: Trace): Promise<void>;
  list(page: { first: number; cursor?: string }, trace: Trace): Promise<UpstreamPage>;
}

export function createEdlink(call: CallUpstream<EdlinkOperation>): Edlink {
  return {
    create(fields, idempotency, trace) {
      const query = { $idempotency: idempotency };
      const isOurs = ({ application_id }: Onboarding) => application_id === fields.application_id;
      const parse = (answer: unknown) => parseOne(answer, isOurs);
      return call({ operation: 'create', query, body: fields, longest: longestOne, parse, trace });
    },
    read(id, trace) {
      const parse = (answer: unknown) => parseOne(answer, (onboarding) => onboarding.id === id);
      return call({ operation: 'read', id, longest: longestOne, parse, trace });
    },
    delete(id, trace) {
      // With 200 or 204, with a body or without: undocumented. A gateway's page or an error with 200 is no answer.
      const parse = (answer: unknown) => {
        if (v.is(errorSchema, answer)) throw unusableAnswer();
      };
      return call({ operation: 'delete', id, longest: longestOne, mayBeEmpty: true, parse, trace });
    },
    list({ first, cursor }, trace) {
      const query = { $first: String(first), ...(cursor !== undefined && { $cursor: cursor }) };
      return call({ operation: 'list', query, longest: longestList, parse: parsePage, trace });
    },
  };
}

function parseOne(answer: unknown, isAskedFor: (onboarding: Onboarding) => boolean): Onboarding {
  const read = v.safeParse(upstreamSchema, unwrap(answer));
  if (!read.success || !isAskedFor(read.output)) throw unusableAnswer();
  return read.output;
}

function parsePage(answer: unknown): UpstreamPage {
  const read = v.safeParse(listSchema, answer);
  if (!read.success) throw unusableAnswer();
  const { $data, $next } = read.output;
  return { onboardings: goodRows(upstreamSchema, $data), ...($next && { cursor: cursorIn($next) }) };
}

/** `$next` is a URL that Edlink chose. It is not followed; only its cursor is taken into a URL of our own. */
function cursorIn(next: string): string {
  const url = URL.canParse(next, 'https://ed.link') ? new URL(next, 'https://ed.link') : undefined;
  const cursor = url?.searchParams.get('$cursor');
  if (!cursor || cursor.length > 2048) throw new UpstreamFailure('unknown', 'invalid_response');
  return cursor;
}
