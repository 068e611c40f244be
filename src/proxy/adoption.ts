import { isUuid } from '../contract/uuid.js';
import { invalid, ProxyFailure } from './failure.js';
import { isName } from './grant.js';
import type { Parts } from './parts.js';

/** What existed before the host had this proxy. */
export type Adoptable =
  /** Read from Edlink, and followed from now on. `actor`: who started it, if that is known. */
  | { onboarding_id: string; actor?: string }
  /** Taken on the host's word: Edlink is not asked, and `onConnected` is not called. */
  | { integration_id: string };

/**
 * Makes an onboarding or an integration a tenant's. Saying it again changes nothing.
 * @throws ProxyFailure with the `code` `invalid_request` (no UUID, no tenant), `not_found` (Edlink does not know it),
 * `integration_conflict` (it is another tenant's), or one of Edlink's troubles.
 */
export async function adopt(parts: Parts, tenant: string, found: Adoptable): Promise<void> {
  if (!isName(tenant)) throw invalid('tenant', 'must be the name of a tenant');
  if ('onboarding_id' in found) return adoptOnboarding(parts, tenant, found);
  const integration_id = readId('integration_id', found.integration_id);
  const owner = await parts.store.claimIntegration({ integration_id, tenant });
  if (owner !== tenant) throw belongsToAnother();
  await parts.store.connect({ tenant, integration_id, now: parts.settings.now() });
}

async function adoptOnboarding(
  parts: Parts,
  tenant: string,
  { onboarding_id, actor = '' }: Extract<Adoptable, { onboarding_id: string }>,
): Promise<void> {
  const { store, settings, reads, completion } = parts;
  const id = readId('onboarding_id', onboarding_id);
  const onboarding = await reads.read(id, { fresh: true, trace: {} });
  const now = settings.now();
  const result = await store.adopt({
    tenant,
    actor,
    newId: settings.randomUuid(),
    key: settings.randomUuid(),
    onboarding_id: id,
    application_id: onboarding.application_id ?? settings.edlink.applicationId,
    provider_id: onboarding.provider_id,
    expiration_date: onboarding.expiration_date ?? new Date(now + settings.expiresIn).toISOString(),
    now,
  });
  if (result.kind === 'refused') throw belongsToAnother();
  await completion.settle(result.record, onboarding);
}

const belongsToAnother = (): ProxyFailure =>
  new ProxyFailure('integration_conflict', { detail: 'it is another tenant’s already' });

function readId(name: string, id: unknown): string {
  if (typeof id === 'string' && isUuid(id)) return id.toLowerCase();
  throw invalid(name, 'must be a UUID');
}
