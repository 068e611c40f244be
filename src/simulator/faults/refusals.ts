import { plainly, type SimulatorAnswer } from '../answer.js';
import type { Refusal } from './fault-schema.js';

type Draw<Kind extends Refusal['kind']> = Extract<Refusal, { kind: Kind }>;

/** The answer of something that stands before Edlink: a rate limiter, a gateway, a login page, a dead line. */
export function refuse(fault: Exclude<Refusal, { kind: 'edlink-error' }>, now: number): SimulatorAnswer {
  switch (fault.kind) {
    case 'rate-limit':
      return plainly(rateLimit(fault, now));
    case 'redirect':
      return plainly(new Response(null, { status: 302, headers: { Location: fault.location } }));
    case 'drop':
      return { response: new Response(null, { status: 502 }), transport: 'drop' };
    default:
      return plainly(htmlPage(Number(fault.kind.slice('html-'.length))));
  }
}

function rateLimit(fault: Draw<'rate-limit'>, now: number): Response {
  const headers = new Headers({ 'Content-Type': 'text/plain' });
  if (fault.retryAfterAs === 'seconds') headers.set('Retry-After', String(fault.seconds));
  // A date has whole seconds, so it is rounded up: obeying it must never be too early.
  const date = new Date(Math.ceil(now / 1000) * 1000 + fault.seconds * 1000);
  if (fault.retryAfterAs === 'date') headers.set('Retry-After', date.toUTCString());
  return new Response('Too many requests', { status: 429, headers });
}

function htmlPage(status: number): Response {
  const title = status === 200 ? 'Sign in' : `${status} Bad luck`;
  const body = `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`;
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
