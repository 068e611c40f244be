import { simulatorDefaults, type LinkRecord, type Simulator } from '../../../src/simulator/index.js';
import type { Fetch } from '../calling.js';

export const linksPath = '/api/public/link/';

export interface CalledPathwright {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` if it is no JSON. */
  readonly body: unknown;
}

export interface LinkPage {
  count: number;
  next: string | null;
  previous: string | null;
  results: LinkRecord[];
}

interface CallOptions {
  authorization?: string;
  body?: unknown;
  type?: string;
  signal?: AbortSignal;
}

/** Calls Pathwright's API with the token of the first school, and follows no redirect. */
export async function call(
  fetch: Fetch,
  method: string,
  url: string,
  options: CallOptions = {},
): Promise<CalledPathwright> {
  const { authorization = `Token ${simulatorDefaults.schoolToken}`, body, signal } = options;
  const response = await fetch(url, {
    method,
    headers: {
      ...(authorization && { Authorization: authorization }),
      'Content-Type': options.type ?? 'application/json',
    },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
    signal: signal ?? null,
  });
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, text, body: isJson ? parse(text) : undefined };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As Pathwright has it. */
export const host = `https://${simulatorDefaults.school}.pathwright.com`;

export const list = (simulator: Simulator, query = '') =>
  call(simulator.fetch, 'GET', host + linksPath + query);

export const post = (simulator: Simulator, body: unknown, options: CallOptions = {}) =>
  call(simulator.fetch, 'POST', host + linksPath, { ...options, body });

export const remove = (simulator: Simulator, id: number | string) =>
  call(simulator.fetch, 'DELETE', `${host}${linksPath}${id}/`);

/** Follows `next`, or `previous`, to the end. */
export async function follow(simulator: Simulator, from: string, to: 'next' | 'previous' = 'next') {
  const pages: LinkPage[] = [];
  for (let url: string | null = from; url !== null; url = pages.at(-1)?.[to] ?? null) {
    pages.push((await call(simulator.fetch, 'GET', url)).body as LinkPage);
  }
  return pages;
}

/** The first school, with two members. */
export function schoolOf(simulator: Simulator) {
  const school = simulator.school(simulatorDefaults.school);
  school.addMembers([
    { id: 123, name: 'Ada Byron' },
    { id: 456, name: 'Grace Hopper' },
  ]);
  return school;
}
