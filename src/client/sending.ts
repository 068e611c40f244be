import ky, { type Options } from 'ky';
import { clientHeader } from '../contract/routes.js';
import { NetworkError } from './errors/network-error.js';
import { throwIfRefused, type Answer } from './read-answer.js';

/** Milliseconds until an unanswered request counts as lost. Creating takes longer: two servers are behind it. */
const timeouts = { post: 30_000, other: 15_000 };

export interface ProxyClientOptions {
  /** The token proxy's URL; paths are appended to it. */
  readonly proxy: URL;
  /** The host's own headers, asked for at each request: a CSRF token, a bearer token. */
  readonly headers?: () => HeadersInit | Promise<HeadersInit>;
}

type Call = Omit<Options, 'headers'> & {
  readonly signal: AbortSignal;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly headers?: Record<string, string>;
};

/**
 * Sends one request and gives its good answer. Nothing is repeated here: whoever asks decides when to ask again.
 * Throws `ProblemError`, `InvalidResponseError` or `NetworkError`, or the signal's reason.
 */
export type Send = (path: string, call: Call) => Promise<Answer>;

export const createSend =
  ({ proxy, headers }: ProxyClientOptions): Send =>
  async (path, { query = [], ...request }) => {
    const url = new URL(proxy);
    url.pathname = url.pathname.replace(/\/*$/, `/${path}`);
    for (const [name, value] of query) url.searchParams.append(name, value);
    const all = new Headers(await headers?.());
    const own = { Accept: 'application/json', [clientHeader.name]: clientHeader.value, ...request.headers };
    for (const [name, value] of Object.entries(own)) all.set(name, value);
    const answer = await receive(url, { ...request, headers: all });
    throwIfRefused(answer);
    return answer;
  };

/** One request with one answer, read to its end within the time-out. */
async function receive(url: URL, request: Options & { signal: AbortSignal }): Promise<Answer> {
  const { signal, method = 'get' } = request;
  const timeout = method === 'post' ? timeouts.post : timeouts.other;
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
