/** Edlink's error codes (upstream facts: general conventions). */
export type EdlinkErrorCode =
  | 'INVALID_TOKEN'
  | 'EXPIRED_TOKEN'
  | 'INVALID_UUID'
  | 'INVALID_REQUEST_BODY'
  | 'MISSING_REQUIRED_FIELD'
  | 'NOT_FOUND'
  | 'NO_PERMISSION'
  | 'INVALID_CURSOR'
  | 'INVALID_PAGE_SIZE'
  | 'INVALID_INTEGRATION_STATE'
  | 'IDEMPOTENCY_KEY_TOO_LONG'
  | 'UNKNOWN_PROVIDER'
  | 'INTERNAL'
  | 'UNKNOWN';

/** Edlink's refusal of a call; `status` is set only where it does not follow from the code. */
export class EdlinkError extends Error {
  override readonly name = 'EdlinkError';

  constructor(
    readonly code: EdlinkErrorCode | (string & {}),
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}

export const notFound = (): EdlinkError => new EdlinkError('NOT_FOUND', 'The resource could not be found.');
