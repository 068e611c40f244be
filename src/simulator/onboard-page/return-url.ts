import type { SimulatorSettings } from '../settings-schema.js';
import type { OnboardingRecord } from '../world.js';

/** Where a person goes afterwards. What Edlink does with the query of `redirect_uri` is not documented. */
export function returnUrl(settings: SimulatorSettings, record: OnboardingRecord): string | null {
  if (record.redirect_uri === null) return null;
  const url = new URL(record.redirect_uri);
  if (!settings.redirectKeepsQuery) url.search = '';
  if (!settings.redirectAddsQuery) return url.href;
  url.searchParams.set('onboarding_id', record.id);
  if (record.integration_id) url.searchParams.set('integration_id', record.integration_id);
  return url.href;
}
