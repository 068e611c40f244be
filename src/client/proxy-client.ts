import ky from 'ky';
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
  readonly date?: number;
}

/**
 * The typed client of the token proxy. Nothing is repeated here: the flow decides when to ask again.
 * Every method throws `ProblemError`, `InvalidResponseError` or `NetworkError`, or the signal's reason.
 */
export class ProxyClient {
  readonly #options: ProxyClientOptions;

  constructor(options: ProxyClientOptions) {
    this.#options = options;
  }

  /** `POST onboardings`. The same key gives the same onboarding, through a proxy that honours it. */
  async createOnboarding(
    request: OnboardingRequest,
    key: string,
    signal: AbortSignal,
  ): Promise<OnboardingAnswer> {
    const answer = await this.#send('onboardings', {
      method: 'post',
      json: request,
      headers: { [idempotencyHeader]: key },
      timeout: timeouts.create,
      signal,
    });
    return withDate(readOnboarding(answer), answer);
  }

  /** `GET onboardings/{id}`; `fresh` asks the proxy not to answer from its memory. */
  async readOnboarding(id: string, fresh: boolean, signal: AbortSignal): Promise<OnboardingAnswer> {
    // `cache: 'no-store'` would add `Cache-Control: no-cache` to every request (Fetch, "HTTP-network-or-cache fetch").
    const headers = fresh ? { 'Cache-Control': 'no-cache' } : {};
    const answer = await this.#send(`onboardings/${id}`, { cache: 'no-cache', headers, signal });
    return withDate(readOnboarding(answer, id), answer);
  }

  /** `DELETE onboardings/{id}`; whatever body a success has is ignored (facts: 200 or 204). */
  async deleteOnboarding(id: string, signal: AbortSignal): Promise<void> {
    await this.#send(`onboardings/${id}`, { method: 'delete', signal });
  }

  async #send(
    path: string,
    options: Parameters<typeof ky>[1] & { headers?: Record<string, string> },
  ): Promise<Answer> {
    const url = endpoint(this.#options.proxy, path);
    const headers = new Headers(await this.#options.headers?.());
    headers.set('Accept', 'application/json');
    headers.set(clientHeader.name, clientHeader.value);
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
    const answer = await receive(url, {
      timeout: timeouts.other,
      ...options,
      headers,
      credentials: 'include',
      redirect: 'manual',
      retry: 0,
      throwHttpErrors: false,
    });
    throwIfRefused(answer);
    return answer;
  }
}

async function receive(url: URL, options: Parameters<typeof ky>[1] & object): Promise<Answer> {
  try {
    const pending = ky(url, options);
    const response = await pending;
    const date = Date.parse(response.headers.get('Date') ?? '');
    // Through `pending`, because only ky's own shortcut is covered by its time-out while the body comes.
    const text = response.type === 'opaqueredirect' || response.status === 204 ? '' : await pending.text();
    return { method: options.method ?? 'get', url, response, text, ...(Number.isNaN(date) ? {} : { date }) };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new NetworkError(url, error);
  }
}

function endpoint(proxy: URL, path: string): URL {
  const url = new URL(proxy);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}

const withDate = (onboarding: Onboarding, { date }: Answer): OnboardingAnswer =>
  date === undefined ? { onboarding } : { onboarding, date };
