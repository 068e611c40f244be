import { Miniflare } from 'miniflare';
import type { TestContext } from 'node:test';
import { bundle } from './bundle.js';
import type { Mount } from './mount.js';

/** The worker here as one module, its only import the runtime's own. */
export const bundleWorker = () => bundle('workers/entry.ts', { external: ['cloudflare:workers'] });

/** In a runtime without Node's modules: `nodejs_compat` is off unless it is asked for. */
export async function startWorker(context: TestContext, edlinkUrl: string): Promise<Miniflare> {
  const { code } = await bundleWorker();
  const miniflare = new Miniflare({
    modules: true,
    script: code,
    compatibilityDate: '2026-03-01',
    bindings: { EDLINK_URL: edlinkUrl },
    unsafeTriggerHandlers: true,
  });
  context.after(() => miniflare.dispose());
  return miniflare;
}

export const onWorkers: Mount = {
  name: 'Cloudflare Workers',
  seesRawPath: false,
  async serve(context, edlinkUrl) {
    const miniflare = await startWorker(context, edlinkUrl);
    return (await miniflare.ready).origin;
  },
};
