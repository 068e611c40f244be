import * as v from 'valibot';

const enveloped = v.object({ $data: v.object({}) });
const coded = v.object({ code: v.string() });

/** Edlink shows single objects bare in its samples and inside `$data` in its changelog: both are one object. */
export function unwrap(body: unknown): unknown {
  return v.is(enveloped, body) ? (body as { $data: unknown }).$data : body;
}

/** Edlink's own error code (`NOT_FOUND`, `INVALID_TOKEN`, …) from `$errors` or `$error`, if the body has one. */
export function edlinkErrorCode(body: unknown): string | undefined {
  const { $errors, $error } = (body ?? {}) as { $errors?: unknown; $error?: unknown };
  const error: unknown = Array.isArray($errors) ? $errors[0] : $error;
  if (typeof error === 'string') return error;
  return v.is(coded, error) ? error.code : undefined;
}
