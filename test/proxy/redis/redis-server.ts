import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { findRedis } from '../../../scripts/servers.js';

const program = findRedis();

export const hasRedis = program !== undefined;

/** A suite that needs a Redis; without one it counts as one test that was left out. */
export function describeWithRedis(name: string, suite: () => void): void {
  if (hasRedis) describe(name, suite);
  else test(name, { skip: 'no redis-server or valkey-server in PATH' });
}

export interface RedisServer {
  url: string;
  /** `SIGKILL`, `SIGSTOP` or `SIGCONT`; after the first, waits for its end. */
  signal(name: NodeJS.Signals): Promise<void>;
  /** The same port and files, after a `SIGKILL`. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const promises = ['--appendonly', 'yes', '--appendfsync', 'always'];

/** A Redis of its own, in a temporary directory. What is given is added to what starts it. */
export async function startRedis(...options: string[]): Promise<RedisServer> {
  const directory = await mkdtemp(join(tmpdir(), 'connect-district-redis-'));
  const port = String(await freePort());
  const files = ['--bind', '127.0.0.1', '--port', port, '--dir', directory, '--save', ''];
  const start = () => run([...files, ...promises, ...options]);
  let child = await start();
  const signal = async (name: NodeJS.Signals) => {
    const ended = name === 'SIGKILL' && child.exitCode === null && child.signalCode === null;
    const end = ended ? once(child, 'exit') : undefined;
    child.kill(name);
    await end;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    signal,
    async restart() {
      child = await start();
    },
    async stop() {
      await signal('SIGKILL');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function run(parameters: string[]) {
  const child = spawn(program ?? '', parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    if (String(text).includes('Ready to accept connections')) break;
  }
  // What it prints must not fill the pipe.
  child.stdout.resume();
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
