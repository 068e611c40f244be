import { createProxy } from '../../../src/proxy/index.js';
import { memoryStore } from '../memory-store.js';
import { optionsFor } from '../options.js';

declare const Bun: {
  serve(options: { port: number; fetch: (request: Request) => Promise<Response> }): { port: number };
};

const port = 0;
const proxy = createProxy({ ...optionsFor(process.argv[2]!), store: memoryStore() });
const server = Bun.serve({ port, fetch: proxy });
console.log(`port ${server.port}`);
