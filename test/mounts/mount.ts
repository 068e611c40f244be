import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { openProxy, type NodeProxy } from '../../src/proxy/node/index.js';
import { makeDirectory } from '../proxy/stage.js';
import { optionsFor } from './options.js';

/** A way to put the proxy into somebody's server. */
export interface Mount {
  name: string;
  /** Whether the proxy sees a path as it was sent. Elsewhere the server resolves dot segments before. */
  seesRawPath: boolean;
  /** Serves the proxy under `/edlink`, in front of this Edlink, until the test ends. Gives the server's URL. */
  serve(context: TestContext, edlinkUrl: string): Promise<string>;
}

/** A proxy with the embedded store, closed after the test. */
export async function openFor(context: TestContext, edlinkUrl: string): Promise<NodeProxy> {
  const directory = await makeDirectory(context);
  const proxy = await openProxy({ ...optionsFor(edlinkUrl), directory, sweepEvery: false });
  context.after(() => proxy.close());
  return proxy;
}

/** The URL of a server that is about to listen. It is closed after the test. */
export async function untilListening(context: TestContext, server: Server): Promise<string> {
  if (!server.listening) await once(server, 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
