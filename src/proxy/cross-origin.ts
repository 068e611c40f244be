import { ProxyFailure } from './failure.js';
import { nothing } from './answers.js';

const allowedHeaders =
  'Accept, Authorization, Cache-Control, Content-Type, Idempotency-Key, X-Requested-With';

/** The configured origin this request comes from, if it is another one than the proxy's own. Nothing is reflected. */
function foreignOrigin({ headers }: Request, origins: ReadonlySet<string>): string | undefined {
  const origin = headers.get('Origin');
  if (origin === null || headers.get('Sec-Fetch-Site') === 'same-origin') return undefined;
  return origins.has(origin) ? origin : undefined;
}

/** Lets the page of a configured origin read the answer. */
export function shareAcrossOrigins(
  response: Response,
  request: Request,
  origins: ReadonlySet<string>,
): Response {
  response.headers.set('Vary', 'Origin');
  const origin = foreignOrigin(request, origins);
  if (origin === undefined) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Allow-Credentials', 'true');
  response.headers.set('Access-Control-Expose-Headers', 'Date, Retry-After');
  return response;
}

/** A preflight carries neither the custom header nor a session, so it is answered before the guards. */
export function answerPreflight(request: Request, origins: ReadonlySet<string>): Response {
  const isPreflight = request.headers.has('Access-Control-Request-Method');
  if (!isPreflight || foreignOrigin(request, origins) === undefined) throw new ProxyFailure('forbidden');
  const response = nothing();
  response.headers.set('Access-Control-Allow-Methods', 'GET, POST, DELETE');
  response.headers.set('Access-Control-Allow-Headers', allowedHeaders);
  response.headers.set('Access-Control-Max-Age', '600');
  return response;
}
