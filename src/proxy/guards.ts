import { clientHeader } from '../contract/routes.js';
import { ProxyFailure } from './failure.js';

/**
 * The check against cross-site request forgery, made before routing and on every method. It reads what browsers say
 * of themselves (Fetch Metadata, `Origin`) and never `Host` or a forwarded header, which a client can choose.
 */
export function guard(request: Request, origins: ReadonlySet<string>): void {
  if (request.headers.get(clientHeader.name) !== clientHeader.value || !comesFromOurPage(request, origins)) {
    throw new ProxyFailure('forbidden');
  }
}

function comesFromOurPage({ headers }: Request, origins: ReadonlySet<string>): boolean {
  const site = headers.get('Sec-Fetch-Site');
  const origin = headers.get('Origin');
  if (site === 'same-origin') return true;
  if (origin !== null) return origins.has(origin);
  // With neither it is no browser, and the custom header alone decides.
  return site === null;
}
