import type { Application, Provider } from '../settings-schema.js';
import type { Simulation } from '../simulation.js';
import type { OnboardingRecord } from '../world.js';

/** Somebody looking at the page of an onboarding that can be gone through. */
export interface Visit {
  readonly simulation: Simulation;
  readonly record: OnboardingRecord;
}

export function applicationOf({ simulation, record }: Visit): Pick<Application, 'name'> {
  const { applications, teamName } = simulation.settings;
  return applications.find(({ id }) => id === record.application_id) ?? { name: teamName };
}

/** What may be connected: all providers, or the one this onboarding is locked to. */
export function providersOf({ simulation, record }: Visit): readonly Provider[] {
  const { providers } = simulation.settings;
  return record.provider_id ? providers.filter(({ id }) => id === record.provider_id) : providers;
}

export const chosenProvider = (visit: Visit): Provider | undefined =>
  providersOf(visit).find(({ id }) => id === visit.record.draft.providerId);

export const pagePath = ({ record }: Visit): string => `/onboard/${record.id}`;

export const stepPath = (visit: Visit, step: string): string => `${pagePath(visit)}?step=${step}`;
