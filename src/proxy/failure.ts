import { refusals, type RefusalCode } from '../contract/refusals.js';

/** What a failure may add to its code. All texts are ours: nothing of an upstream body is ever put here. */
export interface FailureNotes {
  /** When the code's usual status does not fit. */
  status?: number;
  /** The member of the request that is to blame. */
  field?: string;
  /** One sentence for the host's developer. */
  detail?: string;
  /** Seconds. */
  retryAfter?: number;
}

/** A request that ends in a problem answer. */
export class ProxyFailure extends Error {
  override readonly name: string = 'ProxyFailure';
  readonly code: RefusalCode;
  readonly status: number;
  readonly notes: FailureNotes;

  constructor(code: RefusalCode, notes: FailureNotes = {}) {
    super(notes.detail ?? code);
    this.code = code;
    this.status = notes.status ?? refusals[code].status;
    this.notes = notes;
  }
}

/**
 * Edlink did not do what it was asked. `refused` means that it certainly changed nothing; `unknown` (a time-out, a
 * broken connection, a 5xx, an unreadable answer) means that it may have done it all the same.
 */
export class UpstreamFailure extends ProxyFailure {
  override readonly name = 'UpstreamFailure';
  readonly effect: 'refused' | 'unknown';

  constructor(effect: 'refused' | 'unknown', code: RefusalCode, notes: FailureNotes = {}) {
    super(code, notes);
    this.effect = effect;
  }
}

/** An id that is unknown, foreign or malformed: one failure for all three, so that nobody can tell them apart. */
export const notFound = (): ProxyFailure => new ProxyFailure('not_found');

/** The request is wrong in `field`. */
export const invalid = (field: string, detail: string): ProxyFailure =>
  new ProxyFailure('invalid_request', { field, detail });
