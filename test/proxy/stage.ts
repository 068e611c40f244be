import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import * as v from 'valibot';
import { unwrap } from '../../src/contract/envelope.js';
import { onboardingSchema } from '../../src/contract/onboarding.js';
import { rights } from '../../src/contract/list-notes.js';
import {
  createProxy,
  type Grant,
  type LogEntry,
  type PathwrightOptions,
  type Proxy,
  type ProxyOptions,
} from '../../src/proxy/index.js';
import { openStore } from '../../src/proxy/node/index.js';
import { createListener } from '../../src/proxy/node/listener.js';
import { defaultSchools } from '../../src/simulator/simulator-defaults.js';
import { simulatorDefaults, type Simulator, type SimulatorSettingsPatch } from '../../src/simulator/index.js';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { call, type Answer, type CallOptions } from './calling.js';
import { checkGrammar } from './upstream-grammar.js';
import { tap, type WireRequest } from './upstream-tap.js';

export const page = 'https://app.example';
export const { canvasId, applicationId, teamId, token } = simulatorDefaults;
export const providers = [
  canvasId,
  '47eda4bf-7440-4cd8-9ee7-44cafb98486b',
  '9a1f6c1e-52b7-4d0c-8f3e-2b6d7c4a1e01',
  '9a1f6c1e-52b7-4d0c-8f3e-2b6d7c4a1e02',
];

const everything: Grant['can'] = [...rights];
/** Who can sign in here. */
const people: Record<string, Grant> = {
  anna: { tenant: 'usd-259', actor: 'anna@usd259.example', scope: 'own', can: everything },
  carl: { tenant: 'usd-259', actor: 'carl@usd259.example', scope: 'own', can: ['read'] },
  lea: { tenant: 'usd-259', actor: 'lea@usd259.example', scope: 'own', can: ['links:read'] },
  ben: { tenant: 'usd-500', actor: 'ben@usd500.example', scope: 'own', can: everything },
  staff: { tenant: 'vendor', actor: 'staff@vendor.example', scope: 'all', can: everything },
};

export const authorize: ProxyOptions['authorize'] = ({ headers }) =>
  people[/session=(\w+)/.exec(headers.get('Cookie') ?? '')?.[1] ?? ''] ?? null;

const [schoolOfAnna, schoolOfBen] = defaultSchools;
export const school = schoolOfAnna?.name ?? '';
export const otherSchool = schoolOfBen?.name ?? '';

/** The schools of those who can sign in here. */
export const schools: Pick<PathwrightOptions, 'school' | 'token'> = {
  school: ({ tenant }) => ({ 'usd-259': school, 'usd-500': otherSchool })[tenant],
  token: (_, caller) => defaultSchools.find(({ name }) => name === caller.school)?.token ?? '',
};

type Changes = Omit<Partial<ProxyOptions>, 'edlink' | 'pathwright'> & {
  edlink?: Partial<ProxyOptions['edlink']>;
  /** Without it, there are no links. */
  pathwright?: Partial<PathwrightOptions>;
};

/** A clock that moves on when it is told to. */
export class Clock {
  passed = 0;
  readonly now = (): number => Date.now() + this.passed;
}

export interface Stage {
  simulator: Simulator;
  /** What has gone upstream, byte for byte. */
  sent: { requests: () => WireRequest[]; text: () => string };
  proxy: Proxy;
  /** What the proxy was made with, for a second one. */
  options: ProxyOptions;
  clock: Clock;
  log: LogEntry[];
  url: string;
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
  /** Creates one and insists that it worked. */
  create: (options?: CallOptions) => Promise<Answer>;
}

/**
 * A proxy on a real store in a real directory, in front of the simulator, over real HTTP. At its end, everything that
 * has gone upstream is held against the grammar, whatever the test was about.
 */
export async function setStage(
  context: TestContext,
  { pathwright, ...changes }: Changes = {},
  settings: SimulatorSettingsPatch = {},
): Promise<Stage> {
  const clock = new Clock();
  const upstream = await serveSimulator({ settings });
  const wire = await tap(upstream.port);
  const directory = await makeDirectory(context);
  const log: LogEntry[] = [];
  const options: ProxyOptions = {
    basePath: '/edlink',
    authorize,
    store: changes.store ?? (await openStore(directory)),
    origins: [page],
    log: (entry) => log.push(entry),
    now: clock.now,
    ...changes,
    edlink: { token, teamId, applicationId, baseUrl: wire.url, ...changes.edlink },
    ...(pathwright && {
      pathwright: { ...schools, baseUrl: `${wire.url}/pathwright/{school}`, ...pathwright },
    }),
  };
  const proxy = createProxy(options);
  const url = await serve(context, proxy);
  atEnd(context, async () => {
    await upstream.close();
    await proxy.close();
    await wire.close();
    checkGrammar(wire.requests(), options);
  });
  const callHere: Stage['call'] = (method, path, callOptions) => call(url, method, path, callOptions);
  return {
    simulator: upstream.simulator,
    sent: wire,
    proxy,
    options,
    clock,
    log,
    url,
    call: callHere,
    async create(callOptions = {}) {
      const answer = await callHere('POST', '/edlink/onboardings', { body: {}, ...callOptions });
      if (answer.status !== 201) throw new Error(`not created: ${answer.status} ${answer.text}`);
      return answer;
    },
  };
}

/** Makes one that no proxy and no store knows of. Gives its id. */
export async function createAtEdlink({ fetch }: Simulator, fields: object = {}): Promise<string> {
  const response = await fetch(`https://ed.link/api/v1/teams/${teamId}/onboardings`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ application_id: applicationId, ...fields }),
  });
  return v.parse(onboardingSchema, unwrap(await response.json())).id;
}

/** Any fetch handler over real HTTP. */
export async function serve(
  context: TestContext,
  handler: (request: Request) => Promise<Response>,
): Promise<string> {
  const server = createServer(createListener(handler));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEnd(context, () => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function makeDirectory(context: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'connect-district-'));
  atEnd(context, () => rm(directory, { recursive: true, force: true }));
  return directory;
}

const endings = new WeakMap<TestContext, (() => unknown)[]>();

/** Like `context.after`, which runs nothing more once something has failed: an open server would keep the process. */
function atEnd(context: TestContext, work: () => unknown): void {
  const known = endings.get(context);
  const works = known ?? [];
  works.push(work);
  endings.set(context, works);
  if (known) return;
  context.after(async () => {
    const failures: unknown[] = [];
    for (const end of works)
      await Promise.resolve()
        .then(end)
        .catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  });
}

/** A body that arrived upstream. */
export const newBody = (text: string | undefined): Record<string, unknown> =>
  JSON.parse(text ?? '{}') as Record<string, unknown>;
