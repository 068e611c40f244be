import type { Onboarding, OnboardingRequest } from '../contract/onboarding.js';
import type { ProxyClient } from '../client/proxy-client.js';
import { remedyForCreation } from '../onboarding/failure.js';
import { asFailure } from './failure.js';

/** Creates one onboarding at a time, with a key that makes a repetition harmless. */
export interface Creation {
  create(
    client: ProxyClient,
    proxy: URL,
    request: OnboardingRequest,
    signal: AbortSignal,
  ): Promise<Onboarding>;
}

export function createCreation(newKey: () => string): Creation {
  /** A request whose answer is not certain: sent again as it was, it gives the same onboarding. */
  let unsure: { readonly sent: string; readonly key: string } | undefined;
  return {
    async create(client, proxy, request, signal) {
      const sent = JSON.stringify([proxy.href, request]);
      const { key } = unsure?.sent === sent ? unsure : { key: newKey() };
      unsure = { sent, key };
      try {
        const { onboarding } = await client.createOnboarding(request, key, signal);
        unsure = undefined;
        return onboarding;
      } catch (error) {
        if (isCertain(error)) unsure = undefined;
        throw error;
      }
    },
  };
}

/** A refusal creates nothing; anything else may have. */
function isCertain(error: unknown): boolean {
  const failure = asFailure(error);
  return failure.code !== 'invalid_response' && remedyForCreation(failure) === 'none';
}
