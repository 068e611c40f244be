import type { Link } from '../contract/link.js';
import type { ProblemCode } from '../contract/problem.js';

/** What became of a line that was to be written. */
export type Result =
  | { readonly name: 'waiting' }
  /** Its answer was lost, or it was stopped on its way: it may be there. */
  | { readonly name: 'unknown' }
  | { readonly name: 'created'; readonly link: Link }
  /** Somebody else has made the very same link since the review. */
  | { readonly name: 'there'; readonly link: Link }
  /** Somebody else has given the external id to another member since the review. */
  | { readonly name: 'linked_already'; readonly link: Link }
  | { readonly name: 'refused'; readonly failure: LinkFailure };

/** What a request met: the client's errors are of this shape. */
export interface LinkFailure {
  readonly code: ProblemCode;
  /** The member of the request that is to blame. */
  readonly field?: string | null | undefined;
  /** For developers. */
  readonly message: string;
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
}

export interface Entry {
  readonly line: number;
  readonly user_id: number;
  readonly external_id: string;
  readonly result: Result;
}

/** What has to be done now; one request is under way at most. */
export type Phase =
  /** `POST` the entry at `index`, then tell `next`. */
  | { readonly name: 'posting'; readonly index: number }
  /** Read the whole list, then `reconcile`; a failure goes to `next`. */
  | { readonly name: 'reading' }
  /** Let `delay` milliseconds pass, then tell `next`. */
  | { readonly name: 'waiting'; readonly delay: number; readonly then: 'post' | 'read' }
  /** Nothing, until somebody wants to `resume`; without a `failure` it was a person who stopped it. */
  | { readonly name: 'paused'; readonly failure: LinkFailure | undefined }
  | { readonly name: 'finished' };

export interface ImportRun {
  readonly entries: readonly Entry[];
  readonly phase: Phase;
}

export type Outcome =
  | { readonly type: 'created'; readonly link: Link }
  /** The `POST` or the reading of the list failed. */
  | { readonly type: 'failed'; readonly failure: LinkFailure }
  | { readonly type: 'waited' }
  /** A person has stopped it; the request under way is to be cancelled. */
  | { readonly type: 'stopped' };
