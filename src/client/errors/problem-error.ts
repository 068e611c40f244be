import type { ProblemCode } from '../../contract/problem.js';

/** What a refusing answer says beside its code. */
export interface ProblemDetails {
  /** The HTTP status; 0 for a redirect, which the browser hides. */
  readonly status: number;
  readonly detail?: string | null | undefined;
  /** The member of the request that is to blame. */
  readonly field?: string | null | undefined;
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
  /** The answer's `Date`, in milliseconds since 1970. */
  readonly date?: number | undefined;
}

/** The proxy, or Edlink behind a pass-through proxy, refused the request. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly field: string | null | undefined;
  readonly retryAfter: number | undefined;
  readonly date: number | undefined;

  constructor(
    url: URL,
    readonly code: ProblemCode,
    { status, detail, field, retryAfter, date }: ProblemDetails,
  ) {
    super(`${url.href} answered ${status || 'a redirect'} (${code})${detail ? `: ${detail}` : ''}`);
    this.status = status;
    this.field = field;
    this.retryAfter = retryAfter;
    this.date = date;
  }
}
