import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { toNodeHandler } from 'srvx/node';
import { openStore } from '../../../src/proxy/node/index.js';
import { createSimulator } from '../../../src/simulator/index.js';
import { createInstance, createWaiting, requestOf } from './team.js';

// A server of its own process, for cached-polls.ts, with the same onboarding behind it twice: `/edlink/…` is the proxy,
// `/constant` gives the proxy's answer as a constant. It writes its port and a path to poll, and after each line that it
// reads, its own CPU time and its heap.

const directory = await mkdtemp(join(tmpdir(), 'connect-district-bench-'));
const proxy = createInstance(createSimulator(), await openStore(directory));
const waiting = await createWaiting(proxy, 50);
const { tenant, id } = waiting[0]!;
const path = `onboardings/${id}`;
const constant = await (await proxy(requestOf(tenant, path))).text();
const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

const handler = toNodeHandler((request) =>
  request.url.endsWith('/constant') ? new Response(constant, { headers }) : proxy(request),
) as RequestListener;
const server = createServer(handler).listen(0, '127.0.0.1', () => {
  write({ port: (server.address() as AddressInfo).port, tenant, path: `/edlink/${path}` });
});

process.stdin.on('data', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  write({ cpu: (user + system) / 1000, heap: process.memoryUsage().heapUsed });
});
process.stdin.on('end', () => void rm(directory, { recursive: true }).then(() => process.exit()));

function write(message: object): void {
  console.log(JSON.stringify(message));
}
