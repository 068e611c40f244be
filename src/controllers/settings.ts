import type { OnboardingRequest } from '../contract/onboarding.js';
import { isUuid } from '../contract/uuid.js';

/** What the host wrote on the element, as it stands there. */
export interface Attributes {
  readonly proxy: string;
  readonly onboardBase: string;
  readonly providerId?: string | undefined;
  readonly applicationId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly redirectUri?: string | undefined;
  readonly expirationDate?: string | undefined;
}

export const defaultOnboardBase = 'https://ed.link/onboard/';

/** An attribute that cannot be meant. The message is for the host's developer. */
export class MisconfiguredError extends Error {
  override readonly name = 'MisconfiguredError';
  readonly code = 'misconfigured';
}

function complain(attribute: string, value: string, expected: string): never {
  throw new MisconfiguredError(`The attribute ${attribute}="${value}" is not ${expected}.`);
}

/** The token proxy's URL; throws `MisconfiguredError`. */
export function proxyUrl({ proxy }: Attributes): URL {
  const url = URL.canParse(proxy, document.baseURI) ? new URL(proxy, document.baseURI) : undefined;
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!proxy || !isPlain || !/^https?:$/.test(url.protocol))
    complain(
      'proxy',
      proxy,
      'the URL of the token proxy, such as "/edlink" (no query, fragment or user name)',
    );
  return url;
}

/** The page of an onboarding: built from the base and an id that is a UUID, never taken from an answer. */
export function onboardUrl({ onboardBase }: Attributes, id: string): URL {
  const base = URL.canParse(onboardBase) ? new URL(onboardBase) : undefined;
  const isPlain = base && !base.username && !base.password && !base.search && !base.hash;
  const isSafe = base?.protocol === 'https:' || (base?.protocol === 'http:' && location.protocol === 'http:');
  if (!isPlain || !isSafe)
    complain('onboard-base', onboardBase, 'an https URL without user name, query and fragment');
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/${id}`;
  return base;
}

/** The body of the POST: only what the host has set. Throws `MisconfiguredError`. */
export function onboardingRequest(attributes: Attributes): OnboardingRequest {
  const { providerId, applicationId, teamId, redirectUri, expirationDate } = attributes;
  return {
    ...(providerId && { provider_id: id('provider-id', providerId) }),
    ...(applicationId && { application_id: id('application-id', applicationId) }),
    ...(teamId && { team_id: id('team-id', teamId) }),
    ...(redirectUri && { redirect_uri: returnUrl(redirectUri) }),
    ...(expirationDate && { expiration_date: timestamp(expirationDate) }),
  };
}

const id = (attribute: string, value: string): string =>
  isUuid(value) ? value.toLowerCase() : complain(attribute, value, 'a UUID');

/** The onboard tab may come back to this page's own origin only. */
function returnUrl(value: string): string {
  const url = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : undefined;
  if (url?.origin !== location.origin) complain('redirect-uri', value, `a URL of ${location.origin}`);
  return url.href;
}

const timestamp = (value: string): string =>
  Number.isNaN(Date.parse(value))
    ? complain('expiration-date', value, 'an ISO 8601 date and time')
    : new Date(value).toISOString();
