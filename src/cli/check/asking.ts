import { readRetryAfter } from '../../contract/problem.js';
import { clientHeader, idempotencyHeader } from '../../contract/routes.js';
import { readBytes } from '../../proxy/capped-reading.js';
import { inWords, type Answer, type Question } from './answer.js';
import { NoAnswer } from './fault.js';
import { pause } from './patience.js';

export interface AskingOptions {
  /** The proxy's URL; paths are appended to it. */
  readonly url: URL;
  /** Milliseconds for one answer, its body included. */
  readonly timeout: number;
  readonly fetch: typeof globalThis.fetch;
}

const longestAnswer = 1024 * 1024;

/** The longest that a proxy's `Retry-After` is waited for, in milliseconds. */
const longestWait = 10_000;

/** One request with one answer; who asks for a little patience is asked once more, in the same words. @throws NoAnswer. */
export async function ask(options: AskingOptions, question: Question): Promise<Answer> {
  const headers = headersOf(question);
  const answer = await askOnce(options, question, headers);
  const wait = waitAskedFor(answer);
  if (wait === undefined || wait > longestWait) return answer;
  await pause(wait);
  return askOnce(options, question, headers);
}

const waitAskedFor = ({ status, headers }: Answer): number | undefined =>
  [429, 503].includes(status) ? readRetryAfter(headers.get('Retry-After'), Date.now()) : undefined;

/** Redirects are not followed: the element does not either. */
async function askOnce(options: AskingOptions, question: Question, headers: Headers): Promise<Answer> {
  const { url, timeout, fetch } = options;
  const signal = AbortSignal.timeout(timeout);
  const { method, body } = question;
  try {
    const response = await fetch(resolve(url, question.path), {
      method,
      headers,
      redirect: 'manual',
      signal,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const bytes = await readBytes(response.body, longestAnswer, signal);
    const text = new TextDecoder().decode(bytes);
    return { question, status: response.status, headers: response.headers, text };
  } catch (error) {
    throw new NoAnswer(inWords(question), reasonOf(error, timeout));
  }
}

function resolve(proxy: URL, path: string): URL {
  const url = new URL(proxy);
  const [pathname = '', query = ''] = path.split('?');
  url.pathname = url.pathname.replace(/\/*$/, `/${pathname}`);
  url.search = query;
  return url;
}

const isWriting = (method: Question['method']): boolean => ['POST', 'PUT', 'PATCH'].includes(method);

/** What the element's browser would send, then what makes the session, then what the rule is about. */
function headersOf({ method, as, headers }: Question): Headers {
  const all = new Headers({
    Accept: 'application/json',
    'Sec-Fetch-Site': 'same-origin',
    [clientHeader.name]: clientHeader.value,
    ...(isWriting(method) && {
      'Content-Type': 'application/json',
      [idempotencyHeader]: crypto.randomUUID(),
    }),
  });
  for (const [name, value] of Object.entries({ ...as.headers, ...headers })) {
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  }
  return all;
}

function reasonOf(error: unknown, timeout: number): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `no whole answer within ${timeout} ms`;
  // `fetch` says only that it failed; why is in the cause.
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
