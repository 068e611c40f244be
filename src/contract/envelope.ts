import * as v from 'valibot';

const enveloped = v.object({ $data: v.record(v.string(), v.unknown()) });

const edlinkError = v.object({ code: v.optional(v.string()), message: v.optional(v.string()) });
const edlinkErrors = v.object({
  $errors: v.optional(v.array(edlinkError)),
  $error: v.optional(v.union([edlinkError, v.string()])),
});

/** Edlink shows single objects bare in its samples and inside `$data` in its changelog: both are one object. */
export function unwrap(body: unknown): unknown {
  return v.is(enveloped, body) ? body.$data : body;
}

/** Edlink's own error code (`NOT_FOUND`, `INVALID_TOKEN`, …) from `$errors` or `$error`, if the body has one. */
export function edlinkErrorCode(body: unknown): string | undefined {
  const read = v.safeParse(edlinkErrors, body);
  if (!read.success) return undefined;
  const { $errors, $error } = read.output;
  return $errors?.[0]?.code ?? (typeof $error === 'string' ? $error : $error?.code);
}
