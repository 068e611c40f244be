import * as v from 'valibot';
import { timestamp } from './onboarding.js';
import { listNotesSchema } from './list-notes.js';

/** Pathwright's ids: sequential integers (seed: "External Links"). Knowing one gives no right to it. */
export const positiveInteger = v.pipe(
  v.number(),
  v.check((id) => Number.isSafeInteger(id) && id > 0, 'a positive integer'),
);

/** The same as it stands in a path or in a cell: digits only, no zero in front, exact as a number. */
export const isIntegerText = (text: string): boolean =>
  /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text));

/**
 * Pathwright's external link, field for field. `link_type` is `external` or `saml2` today; others are kept. `user` is
 * `null` where an answer leaves it out (seed: the sample of POST).
 */
export const linkSchema = v.object({
  id: positiveInteger,
  user: v.nullish(positiveInteger, null),
  link_type: v.string(),
  external_id: v.string(),
  last_external_update: v.nullish(timestamp, null),
});

export type Link = v.InferOutput<typeof linkSchema>;

/** Longer than any identity we know of; Pathwright's own limit is unknown. */
export const longestExternalId = 1000;

/** The body of `POST links`: who may sign in as what. */
export const linkRequestSchema = v.strictObject({
  user_id: positiveInteger,
  external_id: v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'not empty'),
    v.maxLength(longestExternalId, `at most ${longestExternalId} characters`),
  ),
});

export type LinkRequest = v.InferOutput<typeof linkRequestSchema>;

/** A page of links, as Pathwright has them, but `next` and `previous` are opaque cursors and no URLs. */
export const linkListSchema = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  next: v.nullish(v.string(), null),
  previous: v.nullish(v.string(), null),
  results: v.array(linkSchema),
  $host: v.nullish(listNotesSchema),
});

export type LinkList = v.InferOutput<typeof linkListSchema>;
