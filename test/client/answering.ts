import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import {
  createProxyClient,
  type ProxyClient,
  type ProxyClientOptions,
} from '../../src/client/proxy-client.js';
import { ourId } from '../contract/samples.js';

export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** JSON, unless it is a text. */
  readonly body?: unknown;
}

export const onboardingJson = { id: ourId, state: 'created' };

/** A listener on a free port until the test is over. */
export async function listen(context: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface Stage {
  readonly client: ProxyClient;
  readonly received: Received[];
  readonly url: string;
}

/** A client in front of a server that always answers the same. */
export async function answering(
  context: TestContext,
  { status = 200, headers = {}, body = onboardingJson }: Reply = {},
  { path = '/edlink', ...options }: Omit<ProxyClientOptions, 'proxy'> & { path?: string } = {},
): Promise<Stage> {
  const received: Received[] = [];
  const url = await listen(context, (request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      received.push({ method: request.method, path: request.url, headers: request.headers, body: text });
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  return { client: createProxyClient({ proxy: new URL(path, url), ...options }), received, url };
}

export const read = (client: ProxyClient, fresh = false) =>
  client.readOnboarding(ourId, fresh, new AbortController().signal);

export const create = (client: ProxyClient, request = {}) =>
  client.createOnboarding(request, 'a-key-that-is-long-enough', new AbortController().signal);

export const remove = (client: ProxyClient) => client.deleteOnboarding(ourId, new AbortController().signal);
