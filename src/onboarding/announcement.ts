import type { Onboarding } from '../contract/onboarding.js';
import type { ProblemCode } from '../contract/problem.js';
import type { OnboardingFilters } from '../contract/routes.js';

/** What the page is told, by the name of the DOM event, with that event's `detail`. */
export interface Announcements {
  /** The onboarding exists; nobody needs to have opened its page yet. */
  'onboarding-created': { onboarding: Onboarding };
  /** Somebody in the district has opened the page at Edlink. */
  'onboarding-started': { onboarding: Onboarding };
  /** The district is connected. `resumed`: this element did not see the beginning, for example after a reload. */
  'integration-connected': {
    integration_id: string;
    onboarding_id: string;
    onboarding: Onboarding;
    resumed: boolean;
  };
  /** Edlink says completed, but there is no integration. */
  'onboarding-incomplete': { onboarding: Onboarding };
  'onboarding-expired': { onboarding: Onboarding };
  /** `user`: cancelled here. `deleted`: it is gone, deleted by somebody else. */
  'onboarding-cancelled': { onboarding_id: string; reason: 'user' | 'deleted' };
  /** Deleted here; its link works no more. */
  'onboarding-deleted': { onboarding_id: string; onboarding: Onboarding };
  /** Somebody has chosen other filters: all that are set now, as the list's parameters. */
  'filters-changed': OnboardingFilters;
  /** A request failed. `retryable`: the element goes on by itself, or when the person comes back. */
  'connect-error': { code: ProblemCode; message: string; retryable: boolean };
}

export type AnnouncementName = keyof Announcements;

export type Announcement = {
  [Name in AnnouncementName]: { name: Name; detail: Announcements[Name] };
}[AnnouncementName];
