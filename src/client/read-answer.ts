import * as v from 'valibot';
import { edlinkErrorCode, unwrap } from '../contract/envelope.js';
import { onboardingListSchema, onboardingSchema } from '../contract/onboarding.js';
import { problemSchema, readRetryAfter, type ProblemCode } from '../contract/problem.js';
import { InvalidResponseError } from './errors/invalid-response-error.js';
import { ProblemError } from './errors/problem-error.js';
import type { OnboardingAnswer, OnboardingsAnswer } from './proxy-client.js';

/** An answer as it came: everything that has to be read from it is here. */
export interface Answer {
  readonly method: string;
  readonly url: URL;
  readonly response: Response;
  readonly text: string;
  /** The answer's `Date`, in milliseconds since 1970; a proxy of another origin has to expose it. */
  readonly date: number | undefined;
}

/** Edlink's codes behind a pass-through proxy. They come before the status: Edlink says 400 for nearly everything. */
const codeOfEdlink = new Map<string, ProblemCode>([
  ['INVALID_TOKEN', 'upstream_credentials'],
  ['EXPIRED_TOKEN', 'upstream_credentials'],
  ['NO_PERMISSION', 'upstream_credentials'],
  ['NOT_FOUND', 'not_found'],
  ['INTERNAL', 'upstream_unavailable'],
]);

const codeOfStatus: Record<number, ProblemCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

/** Long enough to recognize a wrong value, too short to carry somebody's page or secret along. */
const longestQuote = 60;

/** The answer's body as the schema says; throws an error that names the member that is wrong. */
export function readAs<Schema extends v.GenericSchema>(
  schema: Schema,
  answer: Answer,
  body: unknown = jsonOf(answer),
): v.InferOutput<Schema> {
  const read = v.safeParse(schema, body);
  if (read.success) return read.output;
  throw new InvalidResponseError(answer.url, answer.response.status, describe(read.issues[0]), answer.date);
}

/** An onboarding, bare or in `$data`, whose id is the one that was asked for. */
export function readOnboarding(answer: Answer, id?: string): OnboardingAnswer {
  const { url, response, date } = answer;
  const onboarding = readAs(onboardingSchema, answer, unwrap(jsonOf(answer)));
  if (id && onboarding.id !== id)
    throw new InvalidResponseError(url, response.status, `its id is not ${id}`, date);
  return { onboarding, date };
}

/** A page of onboardings. */
export function readOnboardings(answer: Answer): OnboardingsAnswer {
  const { $data, $next, $host } = readAs(onboardingListSchema, answer);
  return { onboardings: $data, next: $next, can: $host?.can ?? undefined, date: answer.date };
}

/** Throws what a refusing answer means. */
export function throwIfRefused(answer: Answer): void {
  const { method, response, url, date } = answer;
  const { status, headers } = response;
  // A login page, a gateway's error page, an application's front page: none of them speaks of an onboarding.
  const isPage = headers.get('Content-Type')?.includes('html');
  if (isPage && (response.ok || (status === 404 && method !== 'post')))
    throw new InvalidResponseError(url, status, 'it is a web page', date);
  if (response.ok) return;
  // A redirect leads to a login page; it is not followed, and the browser hides where it leads, its status too.
  if (status < 400) throw new ProblemError(url, 'unauthorized', { status, date });
  const body = jsonOf(answer);
  const problem = v.safeParse(problemSchema, body);
  const { code, detail, field } = problem.success
    ? problem.output
    : guess(method, status, edlinkErrorCode(body));
  const retryAfter = readRetryAfter(headers.get('Retry-After'), date ?? 0);
  throw new ProblemError(url, code, { status, detail, field, retryAfter, date });
}

/** What an answer means that is not our proxy's own. */
function guess(
  method: string,
  status: number,
  detail = '',
): { code: ProblemCode; detail: string; field?: string } {
  // Nothing is created at a place that does not exist: the URL is wrong, and only the host's developer can help.
  if (method === 'post' && !detail && (status === 404 || status === 405))
    return { code: 'misconfigured', detail: 'is the attribute "proxy" right?' };
  const byStatus = status >= 500 ? 'upstream_unavailable' : 'invalid_request';
  return { code: codeOfEdlink.get(detail) ?? codeOfStatus[status] ?? byStatus, detail };
}

function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function describe({ path, kind, expected, message, received }: v.BaseIssue<unknown>): string {
  const member = path?.map(({ key }) => String(key)).join('.') ?? 'the body';
  const wanted = kind === 'schema' ? expected : message;
  return `${member} is ${received.slice(0, longestQuote)} where ${wanted ?? 'something else'} was expected`;
}
