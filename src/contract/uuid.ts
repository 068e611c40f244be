import * as v from 'valibot';

/** Edlink's ids. Anything else never enters a path: `encodeURIComponent('..')` is still `..`. */
export const uuidPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Edlink writes "none" as this id in places (upstream facts: the POST sample). */
export const zeroUuid = '00000000-0000-0000-0000-000000000000';

export const isUuid = (text: string): boolean => uuidPattern.test(text) && text !== zeroUuid;

/** The id of a thing that exists, in lower case so that two spellings are one id. */
export const uuid = v.pipe(
  v.string(),
  v.check(isUuid, 'a UUID'),
  v.transform((id) => id.toLowerCase()),
);

/** A reference to a thing that may not exist yet: absent, `null` and the zero UUID all become `null`. */
export const uuidOrNone = v.nullish(
  v.pipe(
    v.string(),
    v.check((id) => uuidPattern.test(id), 'a UUID or null'),
    v.transform((id) => (isUuid(id) ? id.toLowerCase() : null)),
  ),
  null,
);
