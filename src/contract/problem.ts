import * as v from 'valibot';

/**
 * Every way a request can fail, for programs. `network` and `misconfigured` are said by the browser's side only;
 * all others are the `code` of an `application/problem+json` answer (RFC 9457).
 */
export const problemCodes = [
  'unauthorized',
  'forbidden',
  'not_found',
  'conflict',
  'not_allowed',
  'invalid_request',
  'invalid_response',
  'rate_limited',
  'upstream_unavailable',
  'upstream_credentials',
  'host_not_ready',
  'integration_conflict',
  'network',
  'misconfigured',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/**
 * RFC 9457 with a stable `code`; `field` names the member of the request that is to blame. Its `type` and `status`
 * members are allowed and not read: the code and the answer's own status say more.
 */
export const problemSchema = v.object({
  code: v.picklist(problemCodes),
  title: v.nullish(v.string()),
  detail: v.nullish(v.string()),
  field: v.nullish(v.string()),
});

/** A problem as a server writes it. */
export type Problem = v.InferOutput<typeof problemSchema> & { type?: string; status?: number };

/** The longest `Retry-After` anybody believes, in milliseconds. */
export const longestRetryAfter = 600_000;

/** RFC 9110 §10.2.3: seconds or an HTTP date. Returns milliseconds from `now`, at most ten minutes, or `undefined`. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  // Servers may send dates in GMT only (§5.6.7); `Date.parse` takes `-5` and `1.5` for dates, too.
  const date = text.endsWith('GMT') ? Date.parse(text) - now : NaN;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : date;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestRetryAfter);
}
