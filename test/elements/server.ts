import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toNodeHandler } from 'srvx/node';
import type { Middleware } from '../../scripts/wtr/vite.js';
import { naughtyStrings } from '../contract/corpora.js';
import { createProxy, type Grant, type ProxyOptions } from '../../src/proxy/index.js';
import { openStore } from '../../src/proxy/node/index.js';
import { createSimulator, simulatorDefaults } from '../../src/simulator/index.js';

/** An answer that stands in front of the proxy, for what no proxy of ours would say. */
interface Interference {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds before it. */
  delay?: number;
  /** The body begins and does not end. */
  isEndless?: boolean;
  times: number;
}

/** Who is signed in. */
interface Session {
  tenant: string;
  scope: Grant['scope'];
  can?: Grant['can'];
}

const staff: Session = { tenant: 'staff', scope: 'all' };

/** What the host calls its districts. */
const names: Record<string, string> = { 'usd-259': 'Wichita', 'maple-valley': 'Maple Valley' };

type Handler = (request: Request) => Promise<Response>;

const school = 'maple-valley';

/** Every test has a stage of its own, so that browsers and files do not meet: `/stage/{name}/…`. */
async function setStage(): Promise<Handler> {
  const simulator = createSimulator({ schools: [{ name: school, token: 'school-token' }], linkPageSize: 7 });
  const directory = mkdtempSync(join(tmpdir(), 'connect-district-'));
  process.once('exit', () => {
    rmSync(directory, { recursive: true, force: true });
  });
  const { token, teamId, applicationId } = simulatorDefaults;
  let session: Session | null = { tenant: 'usd-259', scope: 'own' };
  let can: Grant['can'] = ['read', 'create', 'delete', 'links:read', 'links:write'];
  let postsUntilCut = Infinity;
  const interferences: Interference[] = [];
  const requests: { method: string; path: string; headers: Record<string, string>; body: string }[] = [];
  const options: Omit<ProxyOptions, 'basePath'> = {
    edlink: { token, teamId, applicationId, baseUrl: 'http://127.0.0.1' },
    pathwright: { school, token: 'school-token', baseUrl: `http://127.0.0.1/pathwright/{school}` },
    store: await openStore(directory),
    authorize: () => session && { actor: 'anna', can, ...session },
    describeTenant: (tenant) => ({ district: names[tenant] ?? '' }),
    allow: ['provider_id', 'redirect_uri', 'expiration_date', 'team_id'],
    origins: ['http://localhost:8000'],
    watched: true,
    fetch: simulator.fetch,
  };
  const ownProxy = createProxy({ ...options, basePath: '/edlink' });
  /** What staff use to invite a district. */
  const districtProxy = createProxy({ ...options, basePath: '/districts/:tenant/edlink' });

  /** Somebody makes one in Edlink itself. */
  const create = (): Request =>
    new Request(`http://127.0.0.1/api/v1/teams/${teamId}/onboardings`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ application_id: applicationId }),
    });

  const control: Record<string, (given: unknown) => unknown> = {
    session: (given) => void (session = given ? { tenant: given as string, scope: 'own' } : null),
    staff: (given) => void (session = { ...staff, ...(given as Partial<Session>) }),
    make: async (given) => {
      for (let made = 0; made < Number(given); made++) await simulator.fetch(create());
    },
    interfere: (given) => interferences.push(given as Interference),
    settings: (given) => void simulator.configure(given as object),
    requests: () => requests,
    onboardings: () => simulator.onboardings,
    /** Of so many answers to a POST the next one is lost on its way back. */
    cut: (given) => void (postsUntilCut = (given as { after: number }).after),
    rights: (given) => void (can = given as Grant['can']),
    naughty: () => naughtyStrings(),
    links: () => simulator.school(school).links,
    members: (given) => simulator.school(school).addMembers(given as never),
    'add-links': (given) => simulator.school(school).addLinks(given as never),
    'seed-links': (given) => void simulator.school(school).seedLinks(given as number),
  };

  return async (request) => {
    const { pathname } = new URL(request.url);
    const order = pathname.startsWith('/control/') && control[pathname.slice('/control/'.length)];
    if (order)
      return Response.json((await order(request.method === 'POST' ? await request.json() : null)) ?? null);
    if (/^\/(onboard|__simulator)\//.test(pathname)) return simulator.fetch(request);
    const proxy = pathname.startsWith('/edlink') ? ownProxy : districtProxy;
    if (!/^\/(edlink|districts)\//.test(pathname)) return new Response(null, { status: 404 });

    requests.push({
      method: request.method,
      path: pathname,
      headers: Object.fromEntries(request.headers),
      body: await request.clone().text(),
    });
    const interference = interferences[0];
    if (!interference) {
      const answer = await proxy(request);
      if (request.method !== 'POST' || postsUntilCut-- !== 0) return answer;
      return new Response(broken(), answer);
    }
    if (--interference.times === 0) interferences.shift();
    await new Promise((resolve) => setTimeout(resolve, interference.delay ?? 0));
    if (!interference.status) return proxy(request);
    const { status, headers, isEndless } = interference;
    const body = isEndless ? endless() : (interference.body ?? null);
    return new Response(body, { status, headers: { Date: new Date().toUTCString(), ...headers } });
  };
}

const endless = (): ReadableStream =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{'));
    },
  });

/** The connection breaks in the middle of the body. */
const broken = (): ReadableStream =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{'));
      setTimeout(() => controller.error(new Error('cut')), 20);
    },
  });

const stages = new Map<string, Promise<Handler>>();

async function onStage(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [, name = '', rest = '/'] = /^\/stage\/([\w-]+)(\/.*)$/.exec(url.pathname) ?? [];
  if (!stages.has(name)) stages.set(name, setStage());
  const handle = await (stages.get(name) as Promise<Handler>);
  url.pathname = rest;
  url.port = '';
  url.hostname = '127.0.0.1';
  return handle(new Request(url, request));
}

/** What the pages of the element tests can ask over HTTP, in front of the files. */
export function testServer(): Middleware {
  // srvx types its handler for HTTP/1 and HTTP/2 at once; the test runner speaks HTTP/1.
  const handle = toNodeHandler(onStage) as RequestListener;
  return async (context, next) => {
    if (context.path.startsWith('/stage/')) {
      context.respond = false;
      handle(context.req, context.res);
    } else await next();
  };
}
