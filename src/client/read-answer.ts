import * as v from 'valibot';
import { edlinkErrorCode, unwrap } from '../contract/envelope.js';
import { onboardingSchema, type Onboarding } from '../contract/onboarding.js';
import { problemSchema, readRetryAfter, type ProblemCode } from '../contract/problem.js';
import { InvalidResponseError } from './errors/invalid-response-error.js';
import { ProblemError } from './errors/problem-error.js';

/** An answer as it came: everything that has to be read from it is here. */
export interface Answer {
  readonly method: string;
  readonly url: URL;
  readonly response: Response;
  readonly text: string;
  /** The answer's `Date`, in milliseconds since 1970; a proxy of another origin has to expose it. */
  readonly date?: number;
}

const wrongUrl = 'is the attribute "proxy" the URL of a token proxy?';

/** Edlink's codes behind a pass-through proxy. They come before the status: Edlink says 400 for nearly everything. */
const codeOfEdlink: Record<string, ProblemCode> = {
  INVALID_TOKEN: 'upstream_credentials',
  EXPIRED_TOKEN: 'upstream_credentials',
  NO_PERMISSION: 'upstream_credentials',
  NOT_FOUND: 'not_found',
  INVALID_UUID: 'not_found',
  UNKNOWN_PROVIDER: 'invalid_request',
  INTERNAL: 'upstream_unavailable',
};

const codeOfStatus: Record<number, ProblemCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

/** An onboarding, bare or in `$data`, whose id is the one that was asked for. */
export function readOnboarding(answer: Answer, id?: string): Onboarding {
  const read = v.safeParse(onboardingSchema, unwrap(readJson(answer)));
  if (!read.success) throw invalid(answer, describe(read.issues[0]));
  if (id && read.output.id !== id.toLowerCase()) throw invalid(answer, `its id is not ${id}`);
  return read.output;
}

/** Throws what a refusing answer means. */
export function throwIfRefused(answer: Answer): void {
  const { method, response, url, date } = answer;
  // A redirect leads to a login page; it is not followed, and the browser hides where it leads.
  if (response.type === 'opaqueredirect') throw new ProblemError(url, 'unauthorized', { status: 0, date });
  if (response.ok) return;
  const body = tryJson(answer.text);
  const problem = v.safeParse(problemSchema, body);
  const edlinkCode = edlinkErrorCode(body);
  const code = problem.success ? problem.output.code : codeFor(method, response.status, edlinkCode);
  throw new ProblemError(url, code, {
    status: response.status,
    detail: problem.success ? problem.output.detail : code === 'misconfigured' ? wrongUrl : edlinkCode,
    field: problem.success ? problem.output.field : undefined,
    retryAfter: readRetryAfter(response.headers.get('Retry-After'), date ?? 0),
    date,
  });
}

function codeFor(method: string, status: number, edlinkCode = ''): ProblemCode {
  // Nothing is created at a place that does not exist: the URL is wrong, and only the host's developer can help.
  if (method === 'post' && !edlinkCode && (status === 404 || status === 405)) return 'misconfigured';
  return (
    codeOfEdlink[edlinkCode] ??
    codeOfStatus[status] ??
    (status >= 500 ? 'upstream_unavailable' : 'invalid_request')
  );
}

function readJson(answer: Answer): unknown {
  const body = tryJson(answer.text);
  if (body === undefined) {
    const type = answer.response.headers.get('Content-Type') ?? 'no Content-Type';
    throw invalid(answer, `the body is not JSON (${type}); is it a login or error page?`);
  }
  return body;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const invalid = ({ url, response, date }: Answer, complaint: string): InvalidResponseError =>
  new InvalidResponseError(url, response.status, complaint, date);

/** Long enough to recognize a wrong value, too short to carry somebody's page or secret along. */
const longestQuote = 60;

function describe(issue: v.BaseIssue<unknown>): string {
  const member = v.getDotPath(issue) ?? 'the body';
  const expected = issue.kind === 'schema' ? issue.expected : issue.message;
  return `"${member}" is ${issue.received.slice(0, longestQuote)} where ${expected ?? 'something else'} was expected`;
}
