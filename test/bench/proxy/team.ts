import { createProxy, type Proxy, type ProxyStore } from '../../../src/proxy/index.js';
import { simulatorDefaults, type Simulator } from '../../../src/simulator/index.js';

const { token, teamId, applicationId } = simulatorDefaults;
/** A proxy in front of a simulated Edlink in the same process: what is measured is not the network. */
export function createInstance(simulator: Simulator, store: ProxyStore): Proxy {
  return createProxy({
    basePath: '/edlink',
    edlink: { token, teamId, applicationId },
    // A district each, so that every onboarding has another owner.
    authorize: ({ headers }) => ({
      tenant: headers.get('X-Tenant') ?? '',
      actor: 'admin',
      scope: 'own',
      can: ['read', 'create'],
    }),
    store,
    fetch: simulator.fetch,
  });
}

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

export const requestOf = (tenant: string, path: string, { headers, ...init }: Init = {}): Request =>
  new Request(`https://app.example/edlink/${path}`, {
    ...init,
    headers: {
      'X-Requested-With': 'connect-district',
      'Sec-Fetch-Site': 'same-origin',
      'X-Tenant': tenant,
      ...headers,
    },
  });

/** The ids of so many districts' onboardings, waiting to be completed. */
export async function createWaiting(proxy: Proxy, count: number): Promise<{ tenant: string; id: string }[]> {
  const waiting = [];
  for (let number = 0; number < count; number++) {
    const tenant = `district-${number}`;
    const headers = { 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': 'application/json' };
    const request = requestOf(tenant, 'onboardings', { method: 'POST', headers, body: '{}' });
    const { id } = (await (await proxy(request)).json()) as { id: string };
    waiting.push({ tenant, id });
  }
  return waiting;
}
