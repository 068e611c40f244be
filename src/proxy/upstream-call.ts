import { longestRetryAfter, readRetryAfter, type ProblemCode } from '../contract/problem.js';
import { readJson, UnreadableBody } from './capped-reading.js';
import { ProxyFailure, UpstreamFailure } from './failure.js';
import type { Metrics, UpstreamOperation } from './metrics.js';
import type { Pause } from './pause.js';
import type { Settings } from './settings.js';
import type { Use } from './token.js';
import { noteRequestId, type Trace } from './trace.js';

/** One call upstream. Nothing in it comes from the browser's request but checked values. */
export interface UpstreamCall<T = unknown, Operation = UpstreamOperation> {
  operation: Operation;
  /** Where the operation's path has one. */
  id?: string;
  query?: Record<string, string> | URLSearchParams;
  body?: object;
  /** Bytes of the answer that are read. */
  longest: number;
  /** A good answer may have no body. */
  mayBeEmpty?: boolean;
  /** Makes something of the answer's JSON (`undefined` when it is empty and may be). @throws `unusableAnswer` */
  parse: (answer: unknown) => T;
  trace: Trace;
}

interface Template {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
}

/** Every call that is ever made to an upstream. The table is closed: a path is one of these templates with ids in it. */
export type UpstreamTable = Readonly<Record<string, Template>>;

/** One of the services behind the proxy, as one of its callers is known there. */
export interface Upstream<Operation extends UpstreamOperation> {
  table: Readonly<Record<Operation, Template>>;
  /** Of a path in the table that has its `{id}` already. */
  urlOf: (path: string) => string;
  /** Milliseconds for one call, its body included. */
  timeout: number;
  pause: Pause;
  /** The value of `Authorization`. */
  authorize: (operation: Operation) => Promise<string>;
  /** What a status that is no success means. `body` is its JSON, if it has any. */
  failureOf: (status: number, body: unknown, call: UpstreamCall<unknown, Operation>) => UpstreamFailure;
  /** Hears what came of a call, and when. */
  note?: (operation: Operation, code: ProblemCode | null, at: number) => void;
}

/** What calls to all upstreams have in common. */
export interface UpstreamHost extends Pick<Settings, 'fetch' | 'now'> {
  metrics: Metrics;
}

export type CallUpstream<Operation extends UpstreamOperation> = <T>(
  call: UpstreamCall<T, Operation>,
) => Promise<T>;

const longestError = 64 * 1024;
/** For a 429 without a `Retry-After`. */
const usualPause = 5_000;

export function createUpstream<Operation extends UpstreamOperation>(
  host: UpstreamHost,
  upstream: Upstream<Operation>,
): CallUpstream<Operation> {
  return async (call) => {
    const left = await upstream.pause.left();
    if (left > 0) throw rateLimited(left);
    const request = await buildRequest(upstream, call);
    if (call.trace.hasFailed) call.trace.retries = (call.trace.retries ?? 0) + 1;
    return observe(host, upstream, call, async () =>
      call.parse(await exchange(host, upstream, call, request)),
    );
  };
}

/** Nothing that is observed decides anything: it is for the host's eyes. */
async function observe<T, Operation extends UpstreamOperation>(
  { now, metrics }: UpstreamHost,
  upstream: Upstream<Operation>,
  { operation, trace }: UpstreamCall<T, Operation>,
  ask: () => Promise<T>,
): Promise<T> {
  const startedAt = now();
  const note = (code: ProblemCode | null) => {
    const at = now();
    upstream.note?.(operation, code, at);
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

async function exchange<Operation extends UpstreamOperation>(
  { fetch, now }: UpstreamHost,
  { timeout, pause, failureOf }: Upstream<Operation>,
  call: UpstreamCall<unknown, Operation>,
  request: [string, RequestInit],
): Promise<unknown> {
  const signal = AbortSignal.timeout(timeout);
  const response = await send(fetch, request, signal);
  if (response.status === 429) {
    const asked = readRetryAfter(response.headers.get('Retry-After'), now());
    const wait = Math.min(asked ?? usualPause, longestRetryAfter);
    discard(response);
    await pause.begin(wait);
    throw rateLimited(wait);
  }
  if (response.ok) return readAnswer(response, call, signal);
  throw failureOf(response.status, await readRefusal(response, call.trace, signal), call);
}

const rateLimited = (wait: number): UpstreamFailure =>
  new UpstreamFailure('refused', 'rate_limited', { retryAfter: wait / 1000 });

/** Built from scratch: a fixed template, exactly these headers, redirects not followed. */
async function buildRequest<Operation extends UpstreamOperation>(
  { table, urlOf, authorize }: Upstream<Operation>,
  { operation, id = '', query, body }: UpstreamCall<unknown, Operation>,
): Promise<[string, RequestInit]> {
  const { method, path } = table[operation];
  const search = new URLSearchParams(query).toString();
  const headers: Record<string, string> = {
    Authorization: await authorize(operation),
    Accept: 'application/json',
    ...(body && { 'Content-Type': 'application/json' }),
  };
  return [
    urlOf(path.replace('{id}', id)) + (search && `?${search}`),
    { method, headers, redirect: 'manual', ...(body && { body: JSON.stringify(body) }) },
  ];
}

/** What a token must be good for. */
export const useOf = ({ method }: Template): Use => (method === 'GET' ? 'read' : 'write');

async function send(
  fetch: Settings['fetch'],
  [url, init]: [string, RequestInit],
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal });
  } catch {
    throw lost(signal);
  }
}

/** No answer, or half of one: whether the upstream did it is unknown. */
const lost = (signal: AbortSignal): UpstreamFailure =>
  new UpstreamFailure('unknown', 'upstream_unavailable', signal.aborted ? { status: 504 } : {});

type Reading = Pick<UpstreamCall, 'longest' | 'mayBeEmpty' | 'trace'>;

async function readAnswer(response: Response, call: Reading, signal: AbortSignal): Promise<unknown> {
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

/** A refusal without a readable body is judged by its status alone. */
async function readRefusal(response: Response, trace: Trace, signal: AbortSignal): Promise<unknown> {
  if (!isJson(response)) {
    discard(response);
    return undefined;
  }
  const body = await readJson(response.body, longestError, signal).catch(() => undefined);
  noteRequestId(trace, body);
  return body;
}

const isJson = ({ headers }: Response): boolean =>
  /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(headers.get('Content-Type') ?? '');

function discard(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}
