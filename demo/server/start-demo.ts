import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Simulator } from '../../src/simulator/index.js';
import { openConnectionProxies } from './connection-proxy.js';
import { openDistrictRecords } from './district-records.js';
import { openLinkChanges } from './link-changes.js';
import { listen, type Answer } from './listen.js';
import { openSessions } from './sessions.js';
import { serveSimulatedUpstreams } from './simulated-upstreams.js';
import { createSite } from './site.js';

export interface DemoOptions {
  /** The site's; the simulated Edlink and Pathwright take the next one. `0`: two free ones. */
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

/** Starts the vendor's site, with the token proxy in it, and the simulated upstreams. Rejects if a port is taken. */
export async function startDemo({ port, directory }: DemoOptions): Promise<Demo> {
  const opened: { close(): Promise<void> }[] = [];
  // In reverse: nobody asks any more, then nobody answers, then the store closes.
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  try {
    await mkdir(directory, { recursive: true });
    const records = openDistrictRecords(join(directory, 'districts.json'));
    const changes = openLinkChanges(join(directory, 'link-changes.jsonl'));
    const sessions = openSessions(join(directory, 'session-secret'));

    let answer: Answer = notYet;
    const server = await listen(port, (request) => answer(request));
    opened.push(server);
    const url = `http://localhost:${server.port}`;
    const upstreams = await serveSimulatedUpstreams(port && port + 1, directory);
    opened.unshift(upstreams);
    const proxies = await openConnectionProxies({
      origin: url,
      upstreams,
      directory: join(directory, 'proxy'),
      sessions,
      records,
      changes,
    });
    opened.unshift(proxies);
    const { simulator, url: edlinkUrl } = upstreams;
    answer = createSite({ origin: url, edlinkUrl, simulator, proxies, sessions, records, changes });
    return { url, edlinkUrl, simulator, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A tab of an earlier run may be asking already. */
const notYet: Answer = () =>
  Promise.resolve(new Response('Starting', { status: 503, headers: { 'Retry-After': '1' } }));
