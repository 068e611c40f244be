import * as v from 'valibot';
import { uuid } from '../contract/uuid.js';

/** What one of our requests learns about the calls that were made for it. */
export interface Trace {
  /** Edlink's `$request`. */
  upstreamRequestId?: string;
  /** A call of this request has failed: the next one is a retry. */
  hasFailed?: boolean;
  retries?: number;
  /** Answered with what was known, or with what somebody else was asking for already. */
  isCached?: boolean;
}

const requestIdSchema = v.object({ $request: uuid });

/** Only a UUID is taken: the rest of an upstream body is nobody's business. */
export function noteRequestId(trace: Trace, body: unknown): void {
  const read = v.safeParse(requestIdSchema, body);
  if (read.success) trace.upstreamRequestId = read.output.$request;
}

/** The request went without a call of its own. */
export function noteShared(trace: Trace, { upstreamRequestId }: Trace): void {
  trace.isCached = true;
  if (upstreamRequestId !== undefined) trace.upstreamRequestId = upstreamRequestId;
}
