import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from 'srvx/node';
import { createProxy, type Proxy } from '../create-proxy.js';
import type { ProxyOptions } from '../options.js';
import { openStore } from './open-store.js';
import { isResolvedAnew } from './raw-path.js';
import { repeatSweep } from './repeat-sweep.js';

export type NodeProxyOptions = Omit<ProxyOptions, 'store'> & {
  /** Milliseconds between two sweeps; `false` for none. Default 60,000. */
  sweepEvery?: number | false;
} & (
    | {
        /** Where the embedded store lives. One process at a time; back it up with the rest of your data. */
        directory: string;
      }
    // Or one for several processes.
    | Pick<ProxyOptions, 'store'>
  );

export interface NodeProxy extends Proxy {
  /** For `http.createServer(proxy.listener)`. */
  listener: (request: IncomingMessage, response: ServerResponse) => void;
}

/** `createProxy` with the embedded store (or the one it is given), the sweep turned on, and a listener for `node:http`. */
export async function openProxy(options: NodeProxyOptions): Promise<NodeProxy> {
  const { sweepEvery = 60_000, ...others } = options;
  if (sweepEvery !== false && !(Number.isSafeInteger(sweepEvery) && sweepEvery > 0)) {
    throw new TypeError('openProxy: sweepEvery must be a whole number of milliseconds above 0, or false');
  }
  const store = 'store' in others ? others.store : await openStore(others.directory);
  try {
    return attach(createProxy({ watched: sweepEvery !== false, ...others, store }), sweepEvery);
  } catch (error) {
    await store.close();
    throw error;
  }
}

function attach(proxy: Proxy, sweepEvery: number | false): NodeProxy {
  const stop = sweepEvery === false ? () => undefined : repeatSweep(proxy, sweepEvery);
  // srvx trusts no forwarded header unless told to (`trustProxy`), and the proxy derives nothing from the host anyway.
  const handle = toNodeHandler(proxy) as NodeProxy['listener'];
  const close = proxy.close.bind(proxy);
  return Object.assign(proxy, {
    listener: (request: IncomingMessage, response: ServerResponse) => {
      // The adapter would resolve it before the proxy sees it. `/` is no route, so it is refused like any other path.
      if (isResolvedAnew(request.url ?? '')) request.url = '/';
      handle(request, response);
    },
    close: async () => {
      stop();
      await close();
    },
  });
}
