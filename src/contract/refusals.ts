import type { ProblemCode } from './problem.js';

// For servers and for the document that describes them. No browser part imports it, so it weighs nothing in a page.

/** The codes of problem answers; `network` and `misconfigured` are said by the browser's side only. */
export type RefusalCode = Exclude<ProblemCode, 'network' | 'misconfigured'>;

export interface Refusal {
  /** The status, unless something says more. */
  status: number;
  title: string;
}

export const refusals: Readonly<Record<RefusalCode, Refusal>> = {
  unauthorized: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Not possible in its present state' },
  integration_conflict: { status: 409, title: 'This integration belongs to another account' },
  not_allowed: { status: 422, title: 'This field is not allowed here' },
  invalid_request: { status: 422, title: 'The request is not valid' },
  rate_limited: { status: 429, title: 'Too many requests' },
  invalid_response: {
    status: 502,
    title: 'The service behind this server gave an answer that cannot be used',
  },
  upstream_unavailable: { status: 502, title: 'The service behind this server cannot be reached' },
  upstream_credentials: {
    status: 502,
    title: 'The service behind this server does not accept its credentials',
  },
  host_not_ready: { status: 503, title: 'This server is not ready' },
};

export const refusalCodes = Object.keys(refusals) as RefusalCode[];
