import * as v from 'valibot';
import { operations } from '../operations.js';
import { milliseconds, whole } from '../setting-values.js';

const where = {
  /** Which calls it hits; `any` is all of them. */
  on: v.optional(v.picklist([...operations, 'any']), 'any'),
  /** How many calls it hits before it is used up; without it, all. */
  times: v.optional(v.pipe(whole, v.minValue(1))),
};

/** These change when the upstream acts and answers; one of them can come together with one of the others. */
const delays = [
  /** Waits before it acts, and then acts even if the caller has gone. */
  v.strictObject({ ...where, kind: v.literal('slow'), milliseconds }),
  /** Acts at once and answers late. */
  v.strictObject({ ...where, kind: v.literal('slow-answer'), milliseconds }),
] as const;

/** These answer in the upstream's place, and nothing is done unless `committed` says so. */
const refusals = [
  v.strictObject({
    ...where,
    kind: v.literal('rate-limit'),
    retryAfterAs: v.optional(v.picklist(['seconds', 'date', 'none']), 'seconds'),
    seconds: v.optional(whole, 1),
  }),
  v.strictObject({
    ...where,
    kind: v.picklist(['html-200', 'html-500', 'html-502', 'html-504']),
    committed: v.optional(v.boolean(), false),
  }),
  /** Hits calls of Edlink's only. */
  v.strictObject({ ...where, kind: v.literal('edlink-error'), code: v.optional(v.string(), 'INTERNAL') }),
  /** Hits calls of Pathwright's only; the body is what Django REST Framework would send. */
  v.strictObject({
    ...where,
    kind: v.literal('pathwright-error'),
    status: v.optional(v.pipe(whole, v.minValue(400), v.maxValue(599)), 500),
    body: v.optional(v.unknown(), { detail: 'A server error occurred.' }),
  }),
  v.strictObject({ ...where, kind: v.literal('redirect'), location: v.optional(v.string(), '/login') }),
  /** Closes the connection without an answer, before anything is done. */
  v.strictObject({ ...where, kind: v.literal('drop') }),
] as const;

/** These spoil the answer after the upstream has done what it was asked. */
const spoilers = [
  v.strictObject({ ...where, kind: v.literal('non-json') }),
  /** Pads the answer to so many bytes; `gzip` sends them compressed, so that few travel. */
  v.strictObject({
    ...where,
    kind: v.literal('huge'),
    bytes: v.optional(whole, 67_108_864),
    gzip: v.optional(v.boolean(), false),
  }),
  /** Sixteen bytes at a time, with this pause between them. */
  v.strictObject({ ...where, kind: v.literal('slow-bytes'), milliseconds: v.optional(milliseconds, 50) }),
  /** Writes `fields` over those of the answered object, or of each in a list, and `page` over what is around the list. */
  v.strictObject({
    ...where,
    kind: v.literal('override'),
    fields: v.optional(v.record(v.string(), v.unknown()), {}),
    page: v.optional(v.record(v.string(), v.unknown()), {}),
  }),
  /** Resets the connection in the middle of the body. */
  v.strictObject({ ...where, kind: v.literal('cut') }),
  /** Ends the connection politely, with fewer bytes than `Content-Length` promised. */
  v.strictObject({ ...where, kind: v.literal('truncate') }),
  /** Closes the connection without an answer, after all is done. */
  v.strictObject({ ...where, kind: v.literal('drop-after-commit') }),
  /** Keeps the connection open and never answers, after all is done. */
  v.strictObject({ ...where, kind: v.literal('hang') }),
] as const;

export const faultSchema = v.variant('kind', [...delays, ...refusals, ...spoilers]);

export type Fault = v.InferOutput<typeof faultSchema>;
export type Delay = v.InferOutput<(typeof delays)[number]>;
export type Refusal = v.InferOutput<(typeof refusals)[number]>;
export type Spoiler = v.InferOutput<(typeof spoilers)[number]>;

const includesKind = (kinds: readonly string[], fault: Fault): boolean => kinds.includes(fault.kind);

export const isDelay = (fault: Fault): fault is Delay => includesKind(['slow', 'slow-answer'], fault);

export const isRefusal = (fault: Fault): fault is Refusal =>
  fault.kind.startsWith('html-') ||
  includesKind(['rate-limit', 'edlink-error', 'pathwright-error', 'redirect', 'drop'], fault);
