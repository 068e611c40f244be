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

  constructor(attribute: string, value: string, expected: string) {
    super(`The attribute ${attribute}="${value}" is missing, or not ${expected}.`);
  }
}

type Check = (url: URL) => boolean;

function urlOf(attribute: string, value: string, expected: string, isFine: Check): URL {
  const url = value && URL.canParse(value, document.baseURI) && new URL(value, document.baseURI);
  if (!url || !isFine(url)) throw new MisconfiguredError(attribute, value, expected);
  return url;
}

/** Paths are appended to it, so it has neither user name nor query nor fragment. */
const isBase: Check = ({ protocol, username, password, search, hash }) =>
  /^https?:$/.test(protocol) && !(username + password + search + hash);

/** The token proxy's URL; throws `MisconfiguredError`. */
export const proxyUrl = ({ proxy }: Pick<Attributes, 'proxy'>): URL =>
  urlOf('proxy', proxy, 'the URL of a token proxy', isBase);

/** The page of an onboarding: built from the base and an id that is a UUID, never taken from an answer. */
export function onboardUrl({ onboardBase }: Pick<Attributes, 'onboardBase'>, id: string): URL {
  const url = urlOf(
    'onboard-base',
    onboardBase,
    'a plain https URL',
    (base) => isBase(base) && (base.protocol === 'https:' || location.protocol === 'http:'),
  );
  url.pathname = url.pathname.replace(/\/*$/, `/${id}`);
  return url;
}

/**
 * The body of the POST: only what the host has set. Ids and dates are checked by the proxy, whose answer names the
 * field; where the tab may return to is checked here too. Throws `MisconfiguredError`.
 */
export const onboardingRequest = (attributes: Attributes): OnboardingRequest => ({
  provider_id: attributes.providerId || undefined,
  application_id: attributes.applicationId || undefined,
  team_id: attributes.teamId || undefined,
  redirect_uri: attributes.redirectUri ? returnUrl(attributes.redirectUri).href : undefined,
  expiration_date: attributes.expirationDate || undefined,
});

/** The onboard tab may come back to this page's own origin only. */
const returnUrl = (value: string): URL =>
  urlOf('redirect-uri', value, `a URL of ${location.origin}`, ({ origin }) => origin === location.origin);

export function uuidOf(attribute: string, value: string): string {
  if (!isUuid(value)) throw new MisconfiguredError(attribute, value, 'a UUID');
  return value.toLowerCase();
}
