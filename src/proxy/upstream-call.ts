import { longestRetryAfter, readRetryAfter } from '../contract/problem.js';
import { readJson, UnreadableBody } from './capped-reading.js';
import { ProxyFailure, UpstreamFailure } from './failure.js';
import { callHost } from './host-call.js';
import { isToken, type Settings } from './settings.js';
import { noteRequestId, type Trace } from './trace.js';
import { failureOf } from './upstream-failures.js';

/** One call to Edlink. Nothing in it comes from the browser's request but checked values. */
export interface UpstreamCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the team's onboardings: empty, or `/` and a UUID. */
  path: '' | `/${string}`;
  query?: Record<string, string>;
  body?: object;
  /** Bytes of the answer that are read. */
  longest: number;
  /** A good answer may have no body. */
  mayBeEmpty?: boolean;
  /** What the call is about, for reading a refusal. */
  about: 'one' | 'team';
  trace: Trace;
}

/** The answer's JSON; `undefined` when it is empty and may be. */
export type CallUpstream = (call: UpstreamCall) => Promise<unknown>;

const longestError = 64 * 1024;
/** For a 429 without a `Retry-After`. */
const usualPause = 5_000;

export function createUpstream(settings: Settings): CallUpstream {
  // Edlink's 429 is for the team, so it is obeyed for everybody. Of two, the longer one counts.
  let pausedUntil = 0;

  return async (call) => {
    const pause = pausedUntil - settings.now();
    if (pause > 0) throw rateLimited(pause);
    const signal = AbortSignal.timeout(settings.edlink.timeout);
    const request = await buildRequest(settings, call);
    const response = await send(settings, request, signal);
    if (response.status === 429) {
      const asked = readRetryAfter(response.headers.get('Retry-After'), settings.now());
      const wait = Math.min(asked ?? usualPause, longestRetryAfter);
      pausedUntil = Math.max(pausedUntil, settings.now() + wait);
      discard(response);
      throw rateLimited(wait);
    }
    return response.ok ? readAnswer(response, call, signal) : refuse(response, call, signal);
  };
}

const rateLimited = (wait: number): UpstreamFailure =>
  new UpstreamFailure('refused', 'rate_limited', { retryAfter: wait / 1000 });

/** Built from scratch: a fixed template, exactly these headers, redirects not followed. */
async function buildRequest(settings: Settings, call: UpstreamCall): Promise<[string, RequestInit]> {
  const { baseUrl, teamId } = settings.edlink;
  const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
  const headers: Record<string, string> = {
    Authorization: `Bearer ${await readToken(settings, call.method === 'GET' ? 'read' : 'write')}`,
    Accept: 'application/json',
    ...(call.body && { 'Content-Type': 'application/json' }),
  };
  return [
    `${baseUrl}/api/v1/teams/${teamId}/onboardings${call.path}${query}`,
    {
      method: call.method,
      headers,
      redirect: 'manual',
      ...(call.body && { body: JSON.stringify(call.body) }),
    },
  ];
}

async function readToken({ edlink }: Settings, use: 'read' | 'write'): Promise<string> {
  const { token: given, timeout } = edlink;
  const token = typeof given === 'string' ? given : await callHost(() => given(use), timeout);
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
