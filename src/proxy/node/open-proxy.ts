import { createProxy, type Proxy } from '../create-proxy.js';
import type { ProxyOptions } from '../options.js';
import { createListener, type Listener } from './listener.js';
import { openStore } from './open-store.js';
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
  /** For `http.createServer(proxy.listener)` and frameworks on it, such as `app.use('/edlink', proxy.listener)`. */
  listener: Listener;
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
  const close = proxy.close.bind(proxy);
  return Object.assign(proxy, {
    listener: createListener(proxy),
    close: async () => {
      stop();
      await close();
    },
  });
}
