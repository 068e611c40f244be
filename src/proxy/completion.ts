import type { Onboarding } from '../contract/onboarding.js';
import { ProxyFailure } from './failure.js';
import { callHost, hostDeadline } from './host-call.js';
import type { NameIntegration } from './integration-names.js';
import type { Connected } from './options.js';
import type { Settings } from './settings.js';
import { SingleFlight } from './single-flight.js';
import type { OnboardingRecord, ProxyStore } from './store.js';

/** Lets a host know of a completed onboarding before any browser does. */
export interface Completion {
  /**
   * To be awaited before an onboarding with a record is shown to anybody. Does nothing unless it is completed with an
   * integration; without one it stays pending, because the integration may come a poll later.
   * @throws ProxyFailure `host_not_ready` when the host's function fails, `integration_conflict`.
   */
  settle(record: OnboardingRecord, onboarding: Onboarding): Promise<void>;
}

export function createCompletion(
  store: ProxyStore,
  settings: Settings,
  nameIntegration: NameIntegration,
): Completion {
  const flights = new SingleFlight<void>();
  return {
    async settle(record, onboarding) {
      const { id, state, integration_id } = onboarding;
      if (state !== 'completed' || !integration_id) return;
      if (record.outcome === 'connected' && record.integration_id === integration_id) return;
      if (record.outcome === 'conflict') throw new ProxyFailure('integration_conflict');
      await flights.run(`${id} ${integration_id}`, async () => {
        const { tenant, actor } = record;
        const connected = { tenant, actor, onboarding_id: id, integration_id };
        const integration = await nameIntegration(integration_id);
        await connect(store, settings, record.id, { ...connected, ...(integration && { integration }) });
      });
    },
  };
}

async function connect(
  store: ProxyStore,
  settings: Settings,
  id: string,
  connected: Connected,
): Promise<void> {
  const { tenant, onboarding_id, integration_id } = connected;
  // The caller's record may be older than the last flight.
  const current = await store.recordOf(onboarding_id);
  if (current?.outcome === 'connected' && current.integration_id === integration_id) return;
  if (current?.outcome === 'conflict') throw new ProxyFailure('integration_conflict');
  const owner = await store.claimIntegration({ integration_id, tenant });
  const isOurs = owner === tenant;
  await tellHost(() =>
    isOurs ? settings.onConnected?.(connected) : settings.onConflict?.({ ...connected, owner }),
  );
  const outcome = isOurs ? 'connected' : 'conflict';
  await store.finish({ id, outcome, integration_id, now: settings.now() });
  if (!isOurs) throw new ProxyFailure('integration_conflict');
}

async function tellHost(call: () => unknown): Promise<void> {
  try {
    await callHost(call, hostDeadline);
  } catch {
    throw new ProxyFailure('host_not_ready', { retryAfter: 5 });
  }
}
