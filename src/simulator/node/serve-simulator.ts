import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeRequest, sendNodeResponse } from 'srvx/node';
import { createSimulator, type Simulator, type SimulatorSettingsPatch } from '../index.js';
import { schoolPath } from '../pathwright/pathwright-routes.js';
import { carryOutFault } from './transport-faults.js';

export interface ServeSimulatorOptions {
  /** Default: any free port. */
  port?: number;
  /** Default: only this machine can reach it. */
  hostname?: string;
  settings?: SimulatorSettingsPatch;
  /** One that exists already; `settings` are then ignored. */
  simulator?: Simulator;
}

export interface ServedSimulator {
  /** Without a slash at the end: the API's base, and the onboard page is `${url}/onboard/{id}`. */
  readonly url: string;
  /** The base URL of a school's Pathwright, in place of `https://{school}.pathwright.com`. */
  readonly pathwrightUrl: (school: string) => string;
  readonly port: number;
  readonly simulator: Simulator;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** The simulator over real HTTP, with the faults that only a socket can have. Rejects if the port is taken. */
export async function serveSimulator(options: ServeSimulatorOptions = {}): Promise<ServedSimulator> {
  const { port = 0, hostname = '127.0.0.1', settings } = options;
  const simulator = options.simulator ?? createSimulator(settings);
  const server = createServer((request, response) => void respond(simulator, request, response));
  server.listen(port, hostname);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  const url = `http://${host}:${address.port}`;
  return {
    url,
    pathwrightUrl: (school) => url + schoolPath(school),
    port: address.port,
    simulator,
    close: () => close(server),
  };
}

async function respond(simulator: Simulator, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    const { response, transport } = await simulator.answer(new NodeRequest({ req, res }));
    await (transport === null ? sendNodeResponse(res, response) : carryOutFault(transport, response, res));
  } catch {
    // The caller left in the middle of its request or of the answer: there is nobody to tell.
    res.destroy();
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
