import { plainly, type SimulatorAnswer } from '../answer.js';
import type { UpstreamCall } from '../upstream-call.js';
import type { Refusal } from './fault-schema.js';
import { htmlPage } from './html-page.js';

type Draw<Kind extends Refusal['kind']> = Extract<Refusal, { kind: Kind }>;

/** The answer of something that stands before the upstream: a rate limiter, a gateway, a login page, a dead line. */
export function refuse(
  fault: Exclude<Refusal, { kind: 'edlink-error' }>,
  call: UpstreamCall,
  now: number,
): SimulatorAnswer {
  switch (fault.kind) {
    case 'rate-limit':
      return plainly(rateLimit(fault, call, now));
    case 'pathwright-error':
      return plainly(Response.json(fault.body, { status: fault.status }));
    case 'redirect':
      return plainly(new Response(null, { status: 302, headers: { Location: fault.location } }));
    case 'drop':
      return { response: new Response(null, { status: 502 }), transport: 'drop' };
    default:
      return plainly(htmlPage(Number(fault.kind.slice('html-'.length))));
  }
}

function rateLimit(fault: Draw<'rate-limit'>, call: UpstreamCall, now: number): Response {
  const response = call.throttled(fault.seconds);
  const { headers } = response;
  if (fault.retryAfterAs === 'seconds') headers.set('Retry-After', String(fault.seconds));
  // A date has whole seconds, so it is rounded up: obeying it must never be too early.
  const date = new Date(Math.ceil(now / 1000) * 1000 + fault.seconds * 1000);
  if (fault.retryAfterAs === 'date') headers.set('Retry-After', date.toUTCString());
  return response;
}
