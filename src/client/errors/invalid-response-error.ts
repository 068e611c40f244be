/** An answer came that is not what the contract says. The message names the member and what was expected. */
export class InvalidResponseError extends Error {
  override readonly name = 'InvalidResponseError';
  readonly code = 'invalid_response';

  constructor(
    url: URL,
    readonly status: number,
    complaint: string,
    readonly date?: number,
  ) {
    super(`${url.href} answered ${status}, but ${complaint}.`);
  }
}
