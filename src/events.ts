import type { LinkAnnouncements } from './links/announcement.js';
import type { Announcements } from './onboarding/announcement.js';

/** The details of all that elements tell, by the event's name. */
type Details = Announcements & LinkAnnouncements;

type Told = { [Name in keyof Details]: { name: Name; detail: Details[Name] } }[keyof Details];

/** All events bubble and cross shadow roots, so that a host may listen wherever it likes. */
const reach = { bubbles: true, composed: true };

/** Before anything happens; `preventDefault()` keeps the element idle. */
export class BeforeConnectEvent extends CustomEvent<null> {
  constructor() {
    super('before-connect', { ...reach, cancelable: true });
  }
}

/** The base of all that elements tell: `event.detail` has the shape that belongs to the event's name. */
class AnnouncementEvent<Name extends keyof Details> extends CustomEvent<Details[Name]> {
  constructor(name: Name, detail: Details[Name]) {
    super(name, { ...reach, detail });
  }
}

export type OnboardingCreatedEvent = AnnouncementEvent<'onboarding-created'>;
export type OnboardingStartedEvent = AnnouncementEvent<'onboarding-started'>;
export type IntegrationConnectedEvent = AnnouncementEvent<'integration-connected'>;
export type OnboardingIncompleteEvent = AnnouncementEvent<'onboarding-incomplete'>;
export type OnboardingExpiredEvent = AnnouncementEvent<'onboarding-expired'>;
export type OnboardingCancelledEvent = AnnouncementEvent<'onboarding-cancelled'>;
export type OnboardingDeletedEvent = AnnouncementEvent<'onboarding-deleted'>;
export type FiltersChangedEvent = AnnouncementEvent<'filters-changed'>;
export type ConnectErrorEvent = AnnouncementEvent<'connect-error'>;

export type LinkCreatedEvent = AnnouncementEvent<'link-created'>;
export type LinkDeletedEvent = AnnouncementEvent<'link-deleted'>;
export type LinksImportedEvent = AnnouncementEvent<'links-imported'>;

export const eventFor = ({ name, detail }: Told): Event => new AnnouncementEvent(name, detail);

declare global {
  interface HTMLElementEventMap {
    'before-connect': BeforeConnectEvent;
    'onboarding-created': OnboardingCreatedEvent;
    'onboarding-started': OnboardingStartedEvent;
    'integration-connected': IntegrationConnectedEvent;
    'onboarding-incomplete': OnboardingIncompleteEvent;
    'onboarding-expired': OnboardingExpiredEvent;
    'onboarding-cancelled': OnboardingCancelledEvent;
    'onboarding-deleted': OnboardingDeletedEvent;
    'filters-changed': FiltersChangedEvent;
    'connect-error': ConnectErrorEvent;
    'link-created': LinkCreatedEvent;
    'link-deleted': LinkDeletedEvent;
    'links-imported': LinksImportedEvent;
  }
}
