import {
  createSimulator,
  simulatorDefaults,
  type Simulator,
  type SimulatorSettingsPatch,
} from '../../src/simulator/index.js';

type Json = Record<string, unknown>;

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
  /** What is in `$data`, or the bare object. */
  readonly object: Json;
  readonly list: Json[];
  /** Edlink's code. */
  readonly code: unknown;
}

/** Anything with `fetch`, so that one test can call a simulator in the process or one behind HTTP. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export const onboardingsPath = `/api/v1/teams/${simulatorDefaults.teamId}/onboardings`;

/** A simulator whose clock stands still until it is moved. */
export function createTimedSimulator(settings: SimulatorSettingsPatch = {}) {
  const clock = { now: Date.parse('2026-09-01T08:00:00.000Z') };
  return { simulator: createSimulator(settings, { now: () => clock.now }), clock };
}

interface CallOptions {
  token?: string;
  base?: string;
  body?: unknown;
  signal?: AbortSignal;
}

/** Calls Edlink's API with the writing token. */
export async function call(
  fetch: Fetch,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Called> {
  const { token = simulatorDefaults.token, base = 'http://edlink.test', body, signal } = options;
  const response = await fetch(base + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    signal: signal ?? null,
  });
  return called(response, await response.text());
}

function called({ status, headers }: Response, text: string): Called {
  const body = parse(text);
  const object = (body.$data ?? body) as Json;
  const errors = body.$errors as { code: string }[] | undefined;
  return { status, headers, text, body, object, list: body.$data as Json[], code: errors?.[0]?.code };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}

export const createBody = { application_id: simulatorDefaults.applicationId };

/** POSTs an onboarding and gives its id. */
export async function create(simulator: Simulator, fields: Json = {}): Promise<string> {
  const { object } = await call(simulator.fetch, 'POST', onboardingsPath, {
    body: { ...createBody, ...fields },
  });
  return object.id as string;
}

export const read = (simulator: Simulator, id: string) =>
  call(simulator.fetch, 'GET', `${onboardingsPath}/${id}`);

export const list = (simulator: Simulator, query = '') =>
  call(simulator.fetch, 'GET', `${onboardingsPath}${query}`);

export const remove = (simulator: Simulator, id: string) =>
  call(simulator.fetch, 'DELETE', `${onboardingsPath}/${id}`);
