import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connected, Connection } from '../../src/proxy/index.js';
import { openProxy, type NodeProxy } from '../../src/proxy/node/index.js';
import {
  createSimulator,
  simulatorDefaults,
  type Simulator,
  type SimulatorSettingsPatch,
} from '../../src/simulator/index.js';
import { serveSimulator, type ServedSimulator } from '../../src/simulator/node/index.js';
import { files } from './host/files.js';
import { hostPage, type Script } from './host/page.js';
import { passThrough } from './host/pass-through.js';
import { createSession, type Session } from './host/session.js';

export interface HostOptions {
  /** Default: the drop-in as a module. */
  scripts?: readonly Script[];
  /** Beside those that every page here has. */
  attributes?: Record<string, string>;
  lang?: string;
  /** Of every page, the return page among them. */
  headers?: Record<string, string>;
  /** Default: the package's own. */
  proxy?: 'ours' | 'pass-through';
  simulator?: SimulatorSettingsPatch;
}

/** A vendor's server with its admin page, its proxy, and an Edlink behind it; what goes wrong can be set. */
export interface Host {
  readonly origin: string;
  readonly simulator: Simulator;
  /** The simulator's URL. */
  readonly upstream: string;
  /** What `onConnected` was told, and when. */
  readonly connected: readonly (Connected & { at: number })[];
  /** There is no proxy of ours, so nobody is told and nobody knows. */
  readonly isBare: boolean;
  /** What the proxy knows of a district. */
  readonly connectionOf: (tenant: string) => Promise<Connection | null>;
  /** The hours of everybody but the browser go on by this many milliseconds. */
  passed: number;
  /** Added to the answer of every request to this host, in milliseconds. */
  roundTrip: number;
  /** `false` hangs up on every request to the proxy. */
  isProxyReachable: boolean;
  /** What a signed-out visitor's request to the proxy gets: the proxy's 401, or a redirect to a login page. */
  signedOutAnswer: '401' | 'redirect';
  readonly close: () => Promise<void>;
}

interface Served {
  host: Host;
  session: Session;
  answerProxy: Listener;
  options: HostOptions;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

const mount = '/edlink';

export async function startHost(options: HostOptions = {}): Promise<Host> {
  const clock = { passed: 0 };
  const now = (): number => Date.now() + clock.passed;
  const upstream = await serveSimulator({ simulator: createSimulator(options.simulator, { now }) });
  const server = createServer();
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const session = createSession(port);

  const directory = await mkdtemp(join(tmpdir(), 'connect-district-'));
  const connected: Host['connected'][number][] = [];
  const proxy = await openProxy({
    directory,
    sweepEvery: false,
    basePath: mount,
    origins: [origin],
    edlink: { ...simulatorDefaults, baseUrl: upstream.url },
    authorize: ({ headers }) => session.whoIs(headers.get('Cookie')),
    onConnected: (connection) => connected.push({ ...connection, at: Date.now() }),
    now,
  });

  const host: Host = Object.assign(clock, {
    origin,
    simulator: upstream.simulator,
    upstream: upstream.url,
    connected,
    isBare: options.proxy === 'pass-through',
    connectionOf: (tenant: string) => proxy.connectionOf(tenant),
    roundTrip: 0,
    isProxyReachable: true,
    signedOutAnswer: '401' as const,
    close: () => close(server, proxy, upstream, directory),
  });
  const answerProxy: Listener = host.isBare
    ? (request, response) =>
        passThrough(upstream.url, pathOf(request).slice(mount.length + 1), request, response)
    : proxy.listener;
  server.on('request', (request, response) => {
    // Whoever reloads hangs up in the middle: there is nobody to tell.
    answer({ host, session, answerProxy, options }, request, response).catch(() => response.destroy());
  });
  return host;
}

const pathOf = ({ url = '/' }: IncomingMessage): string => new URL(url, 'http://localhost').pathname;

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host, session, answerProxy, options } = served;
  if (host.roundTrip) await wait(host.roundTrip);
  const path = pathOf(request);
  if (path.startsWith(`${mount}/`)) {
    const isSignedOut = !session.whoIs(request.headers.cookie);
    if (!host.isProxyReachable) response.destroy();
    else if (isSignedOut && host.signedOutAnswer === 'redirect') seeOther(response, '/login');
    else await answerProxy(request, response);
    return;
  }
  answerPage(served, path, request, response, options);
}

function answerPage(
  { host, session }: Served,
  path: string,
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  { headers = {}, scripts = [{ src: '/connect-district.js' }], attributes = {}, lang = 'en' }: HostOptions,
): void {
  const file = files[path];
  const html = { 'Content-Type': 'text/html; charset=utf-8', ...headers };
  switch (path) {
    case '/': {
      const own = {
        proxy: mount,
        'redirect-uri': '/return.html',
        'onboard-base': `${host.upstream}/onboard/`,
        'vendor-name': 'Brightwater',
        name: 'integration',
      };
      response.writeHead(200, html).end(hostPage({ scripts, attributes: { ...own, ...attributes }, lang }));
      return;
    }
    case '/sign-in':
      response.setHeader('Set-Cookie', session.cookieFor(new URL(url, host.origin).searchParams.get('as')));
      seeOther(response, '/');
      return;
    case '/sign-out':
      response.setHeader('Set-Cookie', session.cookieFor(null));
      seeOther(response, '/');
      return;
    case '/saved':
      response.writeHead(200, html).end('<!doctype html><title>Saved</title>');
      return;
    default:
      if (file)
        response
          .writeHead(200, file.type.startsWith('text/html') ? html : { 'Content-Type': file.type })
          .end(file.body);
      else response.writeHead(404).end();
  }
}

function seeOther(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location }).end();
}

async function close(
  server: Server,
  proxy: NodeProxy,
  upstream: ServedSimulator,
  directory: string,
): Promise<void> {
  server.close();
  server.closeAllConnections();
  await upstream.close();
  await proxy.close();
  await rm(directory, { recursive: true, force: true });
}
