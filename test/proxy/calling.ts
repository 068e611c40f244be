import { request as httpRequest } from 'node:http';
import type { Link, LinkList } from '../../src/contract/link.js';
import type { Onboarding, OnboardingList } from '../../src/contract/onboarding.js';
import type { Problem } from '../../src/contract/problem.js';

export interface CallOptions {
  /** Whose session; `null` for none. Default `anna`, an admin of the district `usd-259`. */
  as?: string | null;
  headers?: Record<string, string | undefined>;
  /** JSON, unless it is a text or bytes. */
  body?: unknown;
  key?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  onboarding: Onboarding;
  list: OnboardingList;
  link: Link;
  links: LinkList;
  problem: Problem;
}

export const newKey = (): string => crypto.randomUUID();

/** `node:http`, because `fetch` would tidy up the hostile paths. Every default makes a good request. */
export function call(url: string, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const { as = 'anna', body } = options;
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : body && JSON.stringify(body);
  const headers: Record<string, string | undefined> = {
    'X-Requested-With': 'connect-district',
    'Sec-Fetch-Site': 'same-origin',
    ...(as !== null && { Cookie: `session=${as}` }),
    ...(method === 'POST' && {
      'Idempotency-Key': options.key ?? newKey(),
      'Content-Type': 'application/json',
    }),
    ...(payload !== undefined && { 'Content-Length': String(Buffer.byteLength(payload as string)) }),
    ...options.headers,
  };
  const set = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    // No agent, so each has a connection of its own: some servers drop one without a word (workerd, for one).
    const target = { hostname, port, method, path, agent: false as const };
    const request = httpRequest({ ...target, headers: set as Record<string, string> });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { statusCode: status = 0, headers } = response;
        const isJson = /json/.test(headers['content-type'] ?? '');
        resolve({ status, headers, text, ...views(isJson ? text : '') });
      });
    });
    request.end(payload);
  });
}

/** One body, as whichever of the contract's objects the test expects. */
function views(text: string): Pick<Answer, 'onboarding' | 'list' | 'link' | 'links' | 'problem'> {
  const json = text === '' ? {} : (JSON.parse(text) as unknown);
  return {
    onboarding: json as Onboarding,
    list: json as OnboardingList,
    link: json as Link,
    links: json as LinkList,
    problem: json as Problem,
  };
}
