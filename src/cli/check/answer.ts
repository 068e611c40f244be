import * as v from 'valibot';
import { edlinkErrorCode, unwrap } from '../../contract/envelope.js';
import { onboardingSchema, type Onboarding } from '../../contract/onboarding.js';
import { problemSchema, type Problem } from '../../contract/problem.js';
import { isUuid } from '../../contract/uuid.js';
import type { Caller } from './caller.js';

/** A request to the proxy; whatever it leaves out is what the element would send. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** Relative to the proxy's URL. */
  readonly path: string;
  readonly as: Caller;
  /** `undefined` leaves out one that the element would send. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** JSON, unless it is a text. */
  readonly body?: unknown;
  /** Not the element's request: only the rule that sends it judges its answer. */
  readonly isApart: boolean;
}

export interface Answer {
  readonly question: Question;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;
export const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400;
export const isError = ({ status }: Answer): boolean => status >= 400;

export const mediaTypeOf = ({ headers }: Answer): string =>
  headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';

export const isPage = (answer: Answer): boolean =>
  mediaTypeOf(answer).includes('html') || /^\s*<(!doctype|html)/i.test(answer.text);

export function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The onboarding in an answer, in Edlink's envelope or without. */
export function onboardingIn(answer: Answer): Onboarding | undefined {
  const read = v.safeParse(onboardingSchema, unwrap(jsonOf(answer)));
  return read.success ? read.output : undefined;
}

/** The id alone, so that what was made can be deleted although the rest of the answer is wrong. */
export const idIn = (answer: Answer): string | undefined => idOf(unwrap(jsonOf(answer)));

/** Of whatever is in a list: what is wrong with it otherwise must not hide that a row is somebody else's. */
export function idsListed(answer: Answer): string[] {
  const rows = (jsonOf(answer) as { $data?: unknown } | null | undefined)?.$data;
  return Array.isArray(rows) ? rows.flatMap((row) => idOf(row) ?? []) : [];
}

function idOf(onboarding: unknown): string | undefined {
  const id = (onboarding as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && isUuid(id) ? id.toLowerCase() : undefined;
}

export function problemIn(answer: Answer): Problem | undefined {
  const read = v.safeParse(problemSchema, jsonOf(answer));
  return read.success ? read.output : undefined;
}

/** As the element reads it: Edlink says 400 for nearly everything, so that its code comes first. */
export const saysNotFound = (answer: Answer): boolean =>
  edlinkErrorCode(jsonOf(answer)) === 'NOT_FOUND' || answer.status === 404;

/** `GET onboardings/…`, for people. */
export const inWords = ({ method, path }: Pick<Question, 'method' | 'path'>): string =>
  `${method} ${path.length > longestPath ? `${path.slice(0, longestPath)}…` : path}`;

const longestPath = 90;

/** Long enough to recognize a page or a framework, too short to carry somebody's data along. */
const longestQuote = 60;

export function quote(answer: Answer): string {
  const text = answer.text.replace(/\s+/g, ' ').trim();
  const start = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
  const location = answer.headers.get('Location');
  return [
    String(answer.status),
    location !== null && isRedirect(answer) ? `to ${location}` : '',
    mediaTypeOf(answer),
    start && JSON.stringify(start),
  ]
    .filter(Boolean)
    .join(' ');
}
