/** No answer came: offline, cut off, blocked by the browser, or later than the time-out. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly code = 'network';

  constructor(url: URL, cause: unknown) {
    super(`No answer from ${url.href}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
