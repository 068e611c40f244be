import type { RefusalCode } from '../../../src/contract/refusals.js';
import { isLinkRoute, type RouteName } from '../../../src/contract/routes.js';

const texts: Readonly<Record<RefusalCode, string>> = {
  unauthorized: 'Nobody is signed in. Never a redirect to a login page, nor that page itself.',
  forbidden: 'The request may come from another site (see "Every request"), or the caller may not do this.',
  not_found:
    "No such onboarding, somebody else's, an id that is no UUID, or no such path: the same answer for all of them.",
  conflict: 'It is too late for that.',
  integration_conflict: 'It is completed, and the integration is connected with another tenant already.',
  not_allowed:
    'The browser may not set `field`, or not to this value, such as a `redirect_uri` of a foreign origin.',
  invalid_request: '`field` is missing or malformed.',
  rate_limited: 'Edlink has asked for a pause, of everybody. `Retry-After` says until when.',
  invalid_response: 'Edlink has answered with something that cannot be used.',
  upstream_unavailable: 'Edlink cannot be reached, or has failed.',
  upstream_credentials:
    "Edlink refuses the proxy's own token or team. Never a browser's 401: signing in again would not help.",
  host_not_ready:
    "The host's own server cannot do it now; for instance, it could not be told of a completion.",
};

const textsOfLinks: Readonly<Partial<Record<RefusalCode, string>>> = {
  not_found:
    'No such path; or none for this caller: the host has no links, or has not granted any right to them; or no such link.',
  not_allowed: 'There is no such `field`.',
  invalid_request: '`field` is missing or malformed, or Pathwright does not take it.',
  rate_limited:
    'Pathwright has asked for a pause, of everybody in this school. `Retry-After` says until when.',
  invalid_response: 'Pathwright has answered with something that cannot be used.',
  upstream_unavailable: 'Pathwright cannot be reached, or has failed.',
  upstream_credentials:
    "Pathwright refuses the school's token, or there is no such school. Signing in again would not help.",
  host_not_ready: "The host's own server cannot do it now; for instance, it could not write down a change.",
};

/** Where a code means something particular. */
const particular: Readonly<Record<string, string>> = {
  'createOnboarding 404': "No such path, or a tenant in the URL that is not the caller's.",
  'createOnboarding 409 conflict':
    'The onboarding of this key has ended: it was deleted, has expired or is completed. Begin anew with a new key.',
  'createLink 409': 'Pathwright has a link like this already, or will not have both together.',
  'createLink 413': 'The body is too long.',
  'createLink 415': 'The body is not `application/json`.',
  'createLink 502 upstream_unavailable':
    'Pathwright cannot be reached, or has failed. The link may have been made: read the list.',
  'createLink 504': 'Pathwright took too long. The link may have been made: read the list.',
  'deleteLink 409': 'It is a link of SAML2, which is removed at the identity provider.',
  'deleteLink 504': 'Pathwright took too long.',
  'listLinks 422': 'A parameter is unknown or given twice, or the cursor is not of this list.',
  'listLinks 504': 'Pathwright took too long.',
  'createOnboarding 413': 'The body is too long.',
  'createOnboarding 415': 'The body is not `application/json`.',
  'createOnboarding 422 invalid_request':
    'A field, the body, or the key is missing or malformed, or Edlink does not know the `provider_id`. With `Idempotency-Key` as its `field`, the key may have been used with another body.',
  'createOnboarding 503 upstream_unavailable':
    'The same onboarding is being created by another request. Ask again with the same key.',
  'createOnboarding 504': 'Edlink took too long. Ask again with the same key: it may exist.',
  'deleteOnboarding 409': 'It is completed, and what is completed cannot be deleted. Read it again.',
  'listOnboardings 422':
    'A parameter is unknown, given twice, above its cap or malformed, or the cursor is not of this list.',
};

const everywhere: Readonly<Record<string, string>> = {
  '500': 'The proxy, or something of its host, is broken. Not a word more is said.',
  '504': 'Edlink took too long.',
};

export function refusalText(route: RouteName, status: string, code: RefusalCode): string {
  const place = `${route} ${status}`;
  return particular[`${place} ${code}`] ?? particular[place] ?? everywhere[status] ?? textOf(route, code);
}

const textOf = (route: RouteName, code: RefusalCode): string =>
  (isLinkRoute(route) ? textsOfLinks[code] : undefined) ?? texts[code];
