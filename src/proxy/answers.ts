import type { Problem } from '../contract/problem.js';
import { refusals } from '../contract/refusals.js';
import { ProxyFailure } from './failure.js';

/** A JSON answer. What every answer carries is added by `finishAnswer`. */
export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

export const nothing = (): Response => new Response(null, { status: 204 });

/**
 * RFC 9457. Anything that is not a `ProxyFailure` is a host's function or store that threw, or a mistake of ours:
 * 500 and not a word more.
 */
export function problem(error: unknown): Response {
  const failure = error instanceof ProxyFailure ? error : new ProxyFailure('host_not_ready', { status: 500 });
  const { field, detail, retryAfter } = failure.notes;
  const body: Problem = {
    type: 'about:blank',
    title: refusals[failure.code].title,
    status: failure.status,
    code: failure.code,
    ...(detail !== undefined && { detail }),
    ...(field !== undefined && { field: field.slice(0, 100) }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(Math.max(1, Math.ceil(retryAfter))));
  return new Response(JSON.stringify(body), { status: failure.status, headers });
}

/** `Date` comes from the proxy's clock because the element judges expiry by it (the browser's clock decides nothing). */
export function finishAnswer(response: Response, now: number): Response {
  response.headers.set('Cache-Control', 'no-store');
  response.headers.set('Date', new Date(now).toUTCString());
  response.headers.set('X-Content-Type-Options', 'nosniff');
  return response;
}
