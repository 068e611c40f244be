import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebKit } from './browsers.js';

/** A running WebKitWebDriver. One of them serves one session. */
export interface WebKitDriver {
  url: URL;
  /** What a session must ask for. */
  capabilities: Record<string, unknown>;
  stop: () => void;
}

/** Starts WebKitWebDriver, and an X server first if there is no display. */
export async function startWebKitDriver({ driver, browser, xvfb }: WebKit): Promise<WebKitDriver> {
  const processes: ChildProcess[] = [];
  const stop = (): void => {
    for (const child of processes.splice(0).reverse()) child.kill();
  };
  process.once('exit', stop);

  const display = process.env.DISPLAY ?? (await startDisplay(xvfb, processes));
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' };
  processes.push(spawn(driver, ['--host=127.0.0.1', `--port=${port}`], { stdio: 'ignore', env }));

  const url = new URL(`http://127.0.0.1:${port}/`);
  await answers(new URL('status', url));
  return {
    url,
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
    stop: () => {
      process.removeListener('exit', stop);
      stop();
    },
  };
}

/** `-displayfd` lets the X server choose a free number and say it on file descriptor 3. */
async function startDisplay(xvfb = 'Xvfb', processes: ChildProcess[]): Promise<string> {
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  processes.push(server);
  const number = server.stdio[3] as Readable;
  const ended = once(server, 'exit').then(() => Promise.reject(new Error('The X server did not start.')));
  const [text] = (await Promise.race([once(number, 'data'), ended])) as [Buffer];
  ended.catch(() => undefined);
  return `:${String(text).trim()}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function answers(url: URL, patience = 100): Promise<void> {
  for (let tries = 0; tries < patience; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error(`${url.href} does not answer.`);
}
