import { clientHeader, idempotencyHeader } from '../../contract/routes.js';
import { readBytes } from '../../proxy/capped-reading.js';
import { inWords, type Answer, type Question } from './answer.js';
import { NoAnswer } from './fault.js';

export interface AskingOptions {
  /** The proxy's URL; paths are appended to it. */
  readonly url: URL;
  /** Milliseconds for one answer, its body included. */
  readonly timeout: number;
  readonly fetch: typeof globalThis.fetch;
}

const longestAnswer = 1024 * 1024;

/** One request with one answer. Redirects are not followed: the element does not either. @throws NoAnswer. */
export async function ask(options: AskingOptions, question: Question): Promise<Answer> {
  const { url, timeout, fetch } = options;
  const signal = AbortSignal.timeout(timeout);
  const { method, body } = question;
  try {
    const response = await fetch(resolve(url, question.path), {
      method,
      headers: headersOf(question),
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

/** What the element's browser would send, then what makes the session, then what the rule is about. */
function headersOf({ method, as, headers }: Question): Headers {
  const all = new Headers({
    Accept: 'application/json',
    'Sec-Fetch-Site': 'same-origin',
    [clientHeader.name]: clientHeader.value,
    ...(method === 'POST' && {
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
