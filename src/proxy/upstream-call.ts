import { longestRetryAfter, readRetryAfter, type ProblemCode } from '../contract/problem.js';
import { readJson, UnreadableBody } from './capped-reading.js';
import { ProxyFailure, UpstreamFailure } from './failure.js';
import { callHost } from './host-call.js';
import type { Metrics } from './metrics.js';
import type { Pause } from './pause.js';
import { isToken, type Settings } from './settings.js';
import { noteRequestId, type Trace } from './trace.js';
import { failureOf } from './upstream-failures.js';
import type { HealthRecord } from './upstream-health.js';
import { upstreamPath, upstreamTable, type UpstreamOperation } from './upstream-table.js';

/** One call to Edlink. Nothing in it comes from the browser's request but checked values. */
export interface UpstreamCall<T = unknown> {
  operation: UpstreamOperation;
  /** A UUID, where the operation's path has one. */
  id?: string;
  query?: Record<string, string>;
  body?: object;
  /** Bytes of the answer that are read. */
  longest: number;
  /** A good answer may have no body. */
  mayBeEmpty?: boolean;
  /** Makes something of the answer's JSON (`undefined` when it is empty and may be). @throws `unusableAnswer` */
  parse: (answer: unknown) => T;
  trace: Trace;
}

/** What calls have in common. */
export interface UpstreamParts {
  settings: Settings;
  pause: Pause;
  health: HealthRecord;
  metrics: Metrics;
}

export type CallUpstream = <T>(call: UpstreamCall<T>) => Promise<T>;

const longestError = 64 * 1024;
/** For a 429 without a `Retry-After`. */
const usualPause = 5_000;

export function createUpstream(parts: UpstreamParts): CallUpstream {
  return async (call) => {
    const left = await parts.pause.left();
    if (left > 0) throw rateLimited(left);
    const request = await buildRequest(parts.settings, call);
    if (call.trace.hasFailed) call.trace.retries = (call.trace.retries ?? 0) + 1;
    return observe(parts, call, async () => call.parse(await exchange(parts, call, request)));
  };
}

/** Nothing that is observed decides anything: it is for the host's eyes. */
async function observe<T>(
  { settings, health, metrics }: UpstreamParts,
  { operation, trace }: UpstreamCall,
  ask: () => Promise<T>,
): Promise<T> {
  const startedAt = settings.now();
  const note = (code: ProblemCode | null) => {
    const at = settings.now();
    // Of the application's secret, not of the team's token: names may be missing while all else works.
    if (operation !== 'describe') health.note(code, at);
    metrics({ kind: 'upstream', operation, outcome: code ?? 'ok', duration: at - startedAt });
  };
  try {
    const answer = await ask();
    note(null);
    return answer;
  } catch (error) {
    trace.hasFailed = true;
    note(error instanceof ProxyFailure ? error.code : 'upstream_unavailable');
    throw error;
  }
}

async function exchange(
  { settings, pause }: UpstreamParts,
  call: UpstreamCall,
  request: [string, RequestInit],
): Promise<unknown> {
  const signal = AbortSignal.timeout(settings.edlink.timeout);
  const response = await send(settings, request, signal);
  if (response.status === 429) {
    const asked = readRetryAfter(response.headers.get('Retry-After'), settings.now());
    const wait = Math.min(asked ?? usualPause, longestRetryAfter);
    discard(response);
    await pause.begin(wait);
    throw rateLimited(wait);
  }
  return response.ok ? readAnswer(response, call, signal) : refuse(response, call, signal);
}

const rateLimited = (wait: number): UpstreamFailure =>
  new UpstreamFailure('refused', 'rate_limited', { retryAfter: wait / 1000 });

/** Built from scratch: a fixed template, exactly these headers, redirects not followed. */
async function buildRequest(
  settings: Settings,
  { operation, id, query, body }: UpstreamCall,
): Promise<[string, RequestInit]> {
  const { baseUrl, teamId } = settings.edlink;
  const { method } = upstreamTable[operation];
  const search = query ? `?${new URLSearchParams(query)}` : '';
  const headers: Record<string, string> = {
    Authorization: `Bearer ${await readToken(settings, operation)}`,
    Accept: 'application/json',
    ...(body && { 'Content-Type': 'application/json' }),
  };
  return [
    `${baseUrl}/api/v1${upstreamPath(operation, teamId, id)}${search}`,
    { method, headers, redirect: 'manual', ...(body && { body: JSON.stringify(body) }) },
  ];
}

/** An integration is described to the application, by its own secret; the rest is the team's business. */
async function readToken(
  { edlink, describeIntegration }: Settings,
  operation: UpstreamOperation,
): Promise<string> {
  const given = operation === 'describe' ? describeIntegration?.token : edlink.token;
  const use = upstreamTable[operation].method === 'GET' ? 'read' : 'write';
  const token = typeof given === 'function' ? await callHost(() => given(use), edlink.timeout) : given;
  if (!isToken(token)) throw new ProxyFailure('host_not_ready', { status: 500 });
  return token;
}

async function send(
  settings: Settings,
  [url, init]: [string, RequestInit],
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await settings.fetch(url, { ...init, signal });
  } catch {
    throw lost(signal);
  }
}

/** No answer, or half of one: whether Edlink did it is unknown. */
const lost = (signal: AbortSignal): UpstreamFailure =>
  new UpstreamFailure('unknown', 'upstream_unavailable', signal.aborted ? { status: 504 } : {});

async function readAnswer(response: Response, call: UpstreamCall, signal: AbortSignal): Promise<unknown> {
  try {
    const body = await readJson(response.body, call.longest, signal);
    if (!isJson(response)) throw unusableAnswer();
    noteRequestId(call.trace, body);
    return body;
  } catch (error) {
    if (signal.aborted) throw lost(signal);
    if (call.mayBeEmpty && error instanceof UnreadableBody && error.reason === 'empty') return undefined;
    throw unusableAnswer();
  }
}

/** A 2xx that cannot be understood: it may well have happened. */
export const unusableAnswer = (): UpstreamFailure => new UpstreamFailure('unknown', 'invalid_response');

async function refuse(response: Response, call: UpstreamCall, signal: AbortSignal): Promise<never> {
  const body = await readRefusal(response, signal);
  noteRequestId(call.trace, body);
  throw failureOf(response.status, body, call);
}

/** A refusal without a readable body is judged by its status alone. */
async function readRefusal(response: Response, signal: AbortSignal): Promise<unknown> {
  if (isJson(response)) return readJson(response.body, longestError, signal).catch(() => undefined);
  discard(response);
  return undefined;
}

const isJson = ({ headers }: Response): boolean =>
  /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(headers.get('Content-Type') ?? '');

function discard(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}
