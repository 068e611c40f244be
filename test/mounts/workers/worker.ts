import { env } from 'cloudflare:workers';
import { createProxy } from '../../../src/proxy/index.js';
import { memoryStore } from '../memory-store.js';
import { optionsFor } from '../options.js';

const proxy = createProxy({ ...optionsFor(env.EDLINK_URL), store: memoryStore(), watched: true });

export default {
  async fetch(request, _env, context) {
    if (new URL(request.url).pathname === '/connection') {
      return Response.json(await proxy.connectionOf('night'));
    }
    const answer = proxy(request);
    context.waitUntil(answer); // somebody who leaves must not stop what others wait for
    return answer;
  },
  async scheduled() {
    await proxy.sweep();
  },
} satisfies ExportedHandler;
