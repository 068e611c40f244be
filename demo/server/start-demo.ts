import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Simulator } from '../../src/simulator/index.js';
import { openConnectionProxy } from './connection-proxy.js';
import { openDistrictRecords } from './district-records.js';
import { listen, type Answer } from './listen.js';
import { openSessions } from './sessions.js';
import { serveSimulatedEdlink } from './simulated-edlink.js';
import { createSite } from './site.js';

export interface DemoOptions {
  /** The site's; the simulated Edlink takes the next one. `0`: two free ones. */
  port: number;
  /** Where everything is kept that must survive a restart. */
  directory: string;
}

export interface Demo {
  readonly url: string;
  readonly edlinkUrl: string;
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** Starts the vendor's site, with the token proxy in it, and the simulated Edlink. Rejects if a port is taken. */
export async function startDemo({ port, directory }: DemoOptions): Promise<Demo> {
  const opened: { close(): Promise<void> }[] = [];
  // In reverse: nobody asks any more, then nobody answers, then the store closes.
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  try {
    await mkdir(directory, { recursive: true });
    const records = openDistrictRecords(join(directory, 'districts.json'));
    const sessions = openSessions(join(directory, 'session-secret'));

    let answer: Answer = notYet;
    const server = await listen(port, (request) => answer(request));
    opened.push(server);
    const url = `http://localhost:${server.port}`;
    const edlink = await serveSimulatedEdlink(port && port + 1, join(directory, 'edlink.json'));
    opened.unshift(edlink);
    const proxy = await openConnectionProxy({
      origin: url,
      edlinkUrl: edlink.url,
      directory: join(directory, 'proxy'),
      sessions,
      records,
    });
    opened.unshift(proxy);
    const { simulator } = edlink;
    answer = createSite({ origin: url, edlinkUrl: edlink.url, simulator, proxy, sessions, records });
    return { url, edlinkUrl: edlink.url, simulator, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A tab of an earlier run may be asking already. */
const notYet: Answer = () =>
  Promise.resolve(new Response('Starting', { status: 503, headers: { 'Retry-After': '1' } }));
