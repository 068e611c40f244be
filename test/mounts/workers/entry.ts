import { proxy } from './proxy.js';
import worker from './worker.js';

/** The worker, with a page more: what the host knows. */
export default {
  ...worker,
  async fetch(request, env, context) {
    const isHosts = new URL(request.url).pathname === '/connection';
    return isHosts ? Response.json(await proxy.connectionOf('night')) : worker.fetch(request, env, context);
  },
} satisfies ExportedHandler;
