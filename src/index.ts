// The whole public surface for browsers. Importing it does nothing; `connect-district/define` registers the elements.
export { ConnectDistrictElement } from './elements/connect-district.js';
export { DistrictOnboardingsElement } from './elements/district-onboardings.js';
export type { Provider } from './elements/district-onboardings.columns.js';
export type { District } from './elements/district-onboardings.form.js';
export { ExternalLinksElement } from './elements/external-links.js';

export { BeforeConnectEvent } from './events.js';
export type {
  ConnectErrorEvent,
  FiltersChangedEvent,
  IntegrationConnectedEvent,
  LinkCreatedEvent,
  LinkDeletedEvent,
  LinksImportedEvent,
  OnboardingCancelledEvent,
  OnboardingCreatedEvent,
  OnboardingDeletedEvent,
  OnboardingExpiredEvent,
  OnboardingIncompleteEvent,
  OnboardingStartedEvent,
} from './events.js';

export { registerLocale } from './locales/registry.js';
export { en } from './locales/en.js';
export type { AllTexts } from './locales/en.js';
export type { Names } from './locales/texts.js';

export type { Onboarding, OnboardingRequest } from './contract/onboarding.js';
export type { Link, LinkList, LinkRequest } from './contract/link.js';
export type { Candidate } from './links/candidates.js';
export { problemCodes, type ProblemCode } from './contract/problem.js';
export type { OnboardingFilters } from './contract/routes.js';
export type { StateName } from './onboarding/state.js';

export {
  createProxyClient,
  type OnboardingAnswer,
  type OnboardingsAnswer,
  type OnboardingsQuery,
  type ProxyClient,
  type ProxyClientOptions,
} from './client/proxy-client.js';
export { createLinksClient, type LinksClient } from './client/links-client.js';
export { InvalidResponseError } from './client/errors/invalid-response-error.js';
export { NetworkError } from './client/errors/network-error.js';
export { ProblemError } from './client/errors/problem-error.js';
