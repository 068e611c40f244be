import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PathwrightOptions } from '../../proxy/index.js';
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

/** A simulated Edlink and Pathwright, and a token proxy in front of them. */
export interface Simulation extends Pick<ServedSimulator, 'pathwrightUrl'> {
  /** What a page gives as `proxy`. */
  readonly proxyUrl: string;
  readonly edlinkUrl: string;
  readonly settings: SimulatorSettings;
  /** Ends open connections too, and removes what was written. */
  close(): Promise<void>;
}

const basePath = '/edlink';
/** Enough to fill a screen. */
const linksOfASchool = 25;

/** @throws UsageError for a setting the simulator does not have, an Error when a port is taken. */
export async function startSimulation(options: SimulationOptions): Promise<Simulation> {
  const closings: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of closings.splice(0).reverse()) await end();
  };
  try {
    const directory = await mkdtemp(join(tmpdir(), 'connect-district-'));
    closings.push(() => rm(directory, { recursive: true, force: true }));
    const upstream = await serveUpstreams(options);
    closings.push(() => upstream.close());
    const proxy = await openSimulatedProxy(upstream, directory);
    closings.push(() => proxy.close());
    const server = await listen(options.port, proxy.listener);
    closings.push(() => server.close());
    const { url: edlinkUrl, pathwrightUrl, simulator } = upstream;
    const proxyUrl = `${server.url}${basePath}`;
    return { proxyUrl, edlinkUrl, pathwrightUrl, settings: simulator.settings, close };
  } catch (error) {
    await close();
    throw explain(error);
  }
}

async function serveUpstreams({ upstreamPort, settings }: SimulationOptions): Promise<ServedSimulator> {
  const served = await serveSimulator({ port: upstreamPort, settings });
  const { simulator } = served;
  for (const { name } of simulator.settings.schools) simulator.school(name).seedLinks(linksOfASchool);
  return served;
}

function openSimulatedProxy(upstream: ServedSimulator, directory: string): Promise<NodeProxy> {
  const { url, simulator } = upstream;
  const { token, teamId, applications } = simulator.settings;
  return openProxy({
    basePath,
    directory,
    edlink: { token, teamId, applicationId: applications[0]?.id ?? '', baseUrl: url },
    pathwright: pathwrightOf(upstream),
    authorize,
    describeTenant,
  });
}

/** Asked every time, because a setting may change while it runs. */
function pathwrightOf({ simulator, pathwrightUrl }: ServedSimulator): PathwrightOptions {
  const schoolNamed = (name: string) => simulator.settings.schools.find((school) => school.name === name);
  return {
    school: ({ tenant }) => schoolNamed(tenant)?.name,
    token: (_, { school }) => schoolNamed(school)?.token ?? '',
    baseUrl: pathwrightUrl('{school}'),
  };
}

function explain(error: unknown): unknown {
  if (error instanceof SimulatorSettingsError) return new UsageError(error.message);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return new Error(`Port ${port ?? ''} is taken: stop what runs there, or choose another.`);
  return error;
}
