import { zeroUuid } from '../../contract/uuid.js';
import type { SimulatorSettings } from '../settings-schema.js';
import type { OnboardingRecord } from '../world.js';

type NoneAs = SimulatorSettings['noneAs'];

/** The onboarding as the API shows it now. */
export function onboardingJson(
  settings: SimulatorSettings,
  record: OnboardingRecord,
): Record<string, unknown> {
  const { noneAs } = settings;
  return {
    id: record.id,
    state: reportedState(settings, record),
    ...text('redirect_uri', record.redirect_uri, noneAs),
    ...text('expiration_date', record.expiration_date, noneAs),
    automatic_approval: record.automatic_approval,
    application_id: record.application_id,
    ...reference('provider_id', record.provider_id, noneAs),
    ...reference('user_id', record.user_id, noneAs),
    ...reference('team_id', record.team_id, noneAs),
    ...reference('integration_id', shownIntegrationId(settings, record), noneAs),
  };
}

export function reportedState(settings: SimulatorSettings, { state }: OnboardingRecord): string {
  return state === 'started' ? settings.startedReportedAs : state;
}

export function shownIntegrationId(settings: SimulatorSettings, record: OnboardingRecord): string | null {
  const late = settings.integrationIdAfterReads;
  return late === 'never' || record.completedReads < late ? null : record.integration_id;
}

function text(name: string, value: string | null, noneAs: NoneAs): Record<string, string | null> {
  return value === null && noneAs === 'absent' ? {} : { [name]: value };
}

function reference(name: string, id: string | null, noneAs: NoneAs): Record<string, string | null> {
  return id === null && noneAs === 'zero' ? { [name]: zeroUuid } : text(name, id, noneAs);
}
