import type { Onboarding, OnboardingRequest } from '../contract/onboarding.js';
import { idempotencyHeader, type OnboardingFilters } from '../contract/routes.js';
import { readOnboarding, readOnboardings } from './read-answer.js';
import { createSend, type ProxyClientOptions } from './sending.js';

export type { ProxyClientOptions };

/** An onboarding and the `Date` of the answer it came in, in milliseconds since 1970. */
export interface OnboardingAnswer {
  readonly onboarding: Onboarding;
  readonly date: number | undefined;
}

/** What `GET onboardings` takes. Either `id`s, at most 50, or filters and a page. */
export type OnboardingsQuery = OnboardingFilters & {
  readonly id?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  /** At most 100. */
  readonly limit?: number | undefined;
};

/** A page of a list; it may be short or empty while there is a next one. */
export interface OnboardingsAnswer {
  readonly onboardings: readonly Onboarding[];
  /** The cursor of the next page. */
  readonly next: string | undefined;
  /** The caller's rights, where the proxy says them. */
  readonly can: readonly string[] | undefined;
  readonly date: number | undefined;
}

/**
 * The typed client of the token proxy. Nothing is repeated here: the flow decides when to ask again.
 * Every method throws `ProblemError`, `InvalidResponseError` or `NetworkError`, or the signal's reason.
 */
export interface ProxyClient {
  /** `POST onboardings`. The same key gives the same onboarding, through a proxy that honours it. */
  createOnboarding(request: OnboardingRequest, key: string, signal: AbortSignal): Promise<OnboardingAnswer>;
  /** `GET onboardings/{id}`; `fresh` asks the proxy not to answer from its memory. */
  readOnboarding(id: string, fresh: boolean, signal: AbortSignal): Promise<OnboardingAnswer>;
  /** `GET onboardings`: a page, or the onboardings of these ids. */
  listOnboardings(query: OnboardingsQuery, fresh: boolean, signal: AbortSignal): Promise<OnboardingsAnswer>;
  /** `DELETE onboardings/{id}`; whatever body a success has is ignored (facts: 200 or 204). */
  deleteOnboarding(id: string, signal: AbortSignal): Promise<void>;
}

const freshly = (fresh: boolean): Record<string, string> => (fresh ? { 'Cache-Control': 'no-cache' } : {});

export function createProxyClient(options: ProxyClientOptions): ProxyClient {
  const send = createSend(options);
  return {
    async createOnboarding(json, key, signal) {
      const headers = { [idempotencyHeader]: key };
      return readOnboarding(await send('onboardings', { method: 'post', json, headers, signal }));
    },
    async readOnboarding(id, fresh, signal) {
      return readOnboarding(await send(`onboardings/${id}`, { headers: freshly(fresh), signal }), id);
    },
    async listOnboardings(query, fresh, signal) {
      const pairs = Object.entries(query).flatMap(([name, value]) =>
        [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
      );
      return readOnboardings(await send('onboardings', { query: pairs, headers: freshly(fresh), signal }));
    },
    async deleteOnboarding(id, signal) {
      await send(`onboardings/${id}`, { method: 'delete', signal });
    },
  };
}
