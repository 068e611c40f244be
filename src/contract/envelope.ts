/** What Edlink puts around its data and its errors; nothing of it is certain to be there. */
type Envelope = {
  $data?: unknown;
  $errors?: readonly ({ code?: unknown } | null)[];
  $error?: { code?: unknown } | string | null;
} | null;

/** Edlink shows single objects bare in its samples and inside `$data` in its changelog: both are one object. */
export const unwrap = (body: unknown): unknown => (body as Envelope)?.$data ?? body;

/** Edlink's own error code (`NOT_FOUND`, `INVALID_TOKEN`, …) from `$errors` or `$error`, if the body has one. */
export function edlinkErrorCode(body: unknown): string | undefined {
  const { $errors, $error } = (body as Envelope) ?? {};
  const error = $errors?.[0] ?? $error;
  const code = typeof error === 'object' ? error?.code : error;
  return typeof code === 'string' ? code : undefined;
}
