import { onboardingRequestSchema, type OnboardingRequestField } from '../contract/onboarding.js';
import { readFields, refuseFields } from './body-fields.js';
import { invalid, ProxyFailure } from './failure.js';

/**
 * The fields of `POST onboardings` that a browser may set unless the host says otherwise. Not among them:
 * `automatic_approval` (it affects the bill), `team_id` (somebody's district), `application_id`, `expiration_date`.
 */
export const defaultAllowedFields: readonly OnboardingRequestField[] = ['provider_id', 'redirect_uri'];

export const knownFields = Object.keys(onboardingRequestSchema.entries) as OnboardingRequestField[];

export interface FieldRules {
  allow: ReadonlySet<string>;
  applicationId: string;
  origins: ReadonlySet<string>;
  now: number;
}

/** What the browser asked for, checked: `application_id` is always set, texts are in one spelling. */
export interface RequestedOnboarding {
  application_id: string;
  provider_id?: string;
  redirect_uri?: string;
  /** Milliseconds. */
  expiresAt?: number;
  team_id?: string;
  automatic_approval?: boolean;
}

/** @throws ProxyFailure 422 `not_allowed` or `invalid_request`, naming the first field that is to blame. */
export function readAllowedFields(body: Record<string, unknown>, rules: FieldRules): RequestedOnboarding {
  refuseFields(body, (field) => isAllowed(field, body[field], rules));
  const asked = readFields(onboardingRequestSchema, body);
  const { redirect_uri, expiration_date, application_id, ...others } = asked;
  return {
    ...withoutUndefined(others),
    application_id: application_id ?? rules.applicationId,
    ...(redirect_uri !== undefined && { redirect_uri: checkRedirect(redirect_uri, rules.origins) }),
    ...(expiration_date !== undefined && { expiresAt: checkExpiration(expiration_date, rules.now) }),
  };
}

function isAllowed(field: string, value: unknown, { allow, applicationId }: FieldRules): boolean {
  const isOurApplication =
    field === 'application_id' && typeof value === 'string' && value.toLowerCase() === applicationId;
  return isOurApplication || allow.has(field);
}

/**
 * The origin is compared, never a prefix (better-auth and next-auth failed at that), and what goes on is the parsed
 * spelling, so that Edlink's parser cannot read another host in it. `URL.origin` would call `blob:https://ours/…` ours.
 */
function checkRedirect(text: string, origins: ReadonlySet<string>): string {
  const url = new URL(text);
  const isOurs = origins.has(`${url.protocol}//${url.host}`) && url.username === '' && url.password === '';
  if (isOurs && url.href.length <= 2048) return url.href;
  const detail =
    origins.size === 0
      ? "the proxy's `origins` option is empty: set it to the origins of your pages"
      : "its origin must be one of the proxy's `origins`";
  throw new ProxyFailure('not_allowed', { field: 'redirect_uri', detail });
}

function checkExpiration(text: string, now: number): number {
  const instant = Date.parse(text);
  if (instant > now && instant < Date.UTC(9999, 0)) return instant;
  throw invalid('expiration_date', 'must be in the future, and before the year 9999');
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
