import { createProxy } from '../../../src/proxy/index.js';
import { memoryStore } from '../memory-store.js';
import { optionsFor } from '../options.js';

declare const Deno: {
  serve(
    options: { port: number },
    handler: (request: Request) => Promise<Response>,
  ): { addr: { port: number } };
};

const port = 0;
const proxy = createProxy({ ...optionsFor(process.argv[2]!), store: memoryStore() });
const server = Deno.serve({ port }, proxy);
console.log(`port ${server.addr.port}`);
