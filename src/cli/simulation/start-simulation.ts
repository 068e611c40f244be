import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProxy, type NodeProxy } from '../../proxy/node/index.js';
import {
  SimulatorSettingsError,
  type SimulatorSettings,
  type SimulatorSettingsPatch,
} from '../../simulator/index.js';
import { serveSimulator, type ServedSimulator } from '../../simulator/node/index.js';
import { UsageError } from '../usage-error.js';
import { listen } from './listen.js';
import { authorize, describeTenant } from './people.js';

export interface SimulationOptions {
  port: number;
  upstreamPort: number;
  settings: SimulatorSettingsPatch;
}

/** A simulated Edlink and a token proxy in front of it. */
export interface Simulation {
  /** What a page gives as `proxy`. */
  readonly proxyUrl: string;
  readonly edlinkUrl: string;
  readonly settings: SimulatorSettings;
  /** Ends open connections too, and removes what was written. */
  close(): Promise<void>;
}

const basePath = '/edlink';

/** @throws UsageError for a setting the simulator does not have, an Error when a port is taken. */
export async function startSimulation(options: SimulationOptions): Promise<Simulation> {
  const closings: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of closings.splice(0).reverse()) await end();
  };
  try {
    const directory = await mkdtemp(join(tmpdir(), 'connect-district-'));
    closings.push(() => rm(directory, { recursive: true, force: true }));
    const edlink = await serveEdlink(options);
    closings.push(() => edlink.close());
    const proxy = await openSimulatedProxy(edlink, directory);
    closings.push(() => proxy.close());
    const server = await listen(options.port, proxy.listener);
    closings.push(() => server.close());
    const { settings } = edlink.simulator;
    return { proxyUrl: `${server.url}${basePath}`, edlinkUrl: edlink.url, settings, close };
  } catch (error) {
    await close();
    throw explain(error);
  }
}

const serveEdlink = ({ upstreamPort, settings }: SimulationOptions): Promise<ServedSimulator> =>
  serveSimulator({ port: upstreamPort, settings });

function openSimulatedProxy({ url, simulator }: ServedSimulator, directory: string): Promise<NodeProxy> {
  const { token, teamId, applications } = simulator.settings;
  return openProxy({
    basePath,
    directory,
    edlink: { token, teamId, applicationId: applications[0]?.id ?? '', baseUrl: url },
    authorize,
    describeTenant,
  });
}

function explain(error: unknown): unknown {
  if (error instanceof SimulatorSettingsError) return new UsageError(error.message);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return new Error(`Port ${port ?? ''} is taken: stop what runs there, or choose another.`);
  return error;
}
