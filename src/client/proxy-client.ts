import ky, { type Options } from 'ky';
import type { Onboarding, OnboardingRequest } from '../contract/onboarding.js';
import { clientHeader, idempotencyHeader } from '../contract/routes.js';
import { NetworkError } from './errors/network-error.js';
import { readOnboarding, throwIfRefused, type Answer } from './read-answer.js';

/** Milliseconds until an unanswered request counts as lost. Creating takes longer: two servers are behind it. */
const timeouts = { create: 30_000, other: 15_000 };

export interface ProxyClientOptions {
  /** The token proxy's URL; paths are appended to it. */
  readonly proxy: URL;
  /** The host's own headers, asked for at each request: a CSRF token, a bearer token. */
  readonly headers?: () => HeadersInit | Promise<HeadersInit>;
}

/** An onboarding and the `Date` of the answer it came in, in milliseconds since 1970. */
export interface OnboardingAnswer {
  readonly onboarding: Onboarding;
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
  /** `DELETE onboardings/{id}`; whatever body a success has is ignored (facts: 200 or 204). */
  deleteOnboarding(id: string, signal: AbortSignal): Promise<void>;
}

type Call = Omit<Options, 'headers'> & {
  readonly signal: AbortSignal;
  readonly headers?: Record<string, string>;
};

export function createProxyClient({ proxy, headers }: ProxyClientOptions): ProxyClient {
  const send = async (path: string, request: Call, timeout = timeouts.other): Promise<Answer> => {
    const url = new URL(proxy);
    url.pathname = url.pathname.replace(/\/*$/, `/${path}`);
    const all = new Headers(await headers?.());
    const own = { Accept: 'application/json', [clientHeader.name]: clientHeader.value, ...request.headers };
    for (const [name, value] of Object.entries(own)) all.set(name, value);
    const answer = await receive(url, { ...request, headers: all }, timeout);
    throwIfRefused(answer);
    return answer;
  };

  return {
    async createOnboarding(json, key, signal) {
      const request = { method: 'post', json, headers: { [idempotencyHeader]: key }, signal };
      return readOnboarding(await send('onboardings', request, timeouts.create));
    },
    async readOnboarding(id, fresh, signal) {
      const headers: Record<string, string> = fresh ? { 'Cache-Control': 'no-cache' } : {};
      return readOnboarding(await send(`onboardings/${id}`, { headers, signal }), id);
    },
    async deleteOnboarding(id, signal) {
      await send(`onboardings/${id}`, { method: 'delete', signal });
    },
  };
}

/** One request with one answer, read to its end within the time-out. */
async function receive(
  url: URL,
  request: Options & { signal: AbortSignal },
  timeout: number,
): Promise<Answer> {
  const { signal, method = 'get' } = request;
  try {
    const response = await ky(url, {
      ...request,
      // ky's own time-out ends with the headers; this one covers the body too.
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      timeout: false,
      retry: 0,
      throwHttpErrors: false,
      credentials: 'include',
      redirect: 'manual',
      // `no-store` would add `Cache-Control: no-cache` to every request (Fetch, "HTTP-network-or-cache fetch").
      cache: 'no-cache',
    });
    const date = Date.parse(response.headers.get('Date') ?? '') || undefined;
    return { method, url, response, text: await response.text(), date };
  } catch (error) {
    throw signal.aborted ? error : new NetworkError(url, error);
  }
}
