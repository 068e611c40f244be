import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { makeDirectory } from '../proxy/stage.js';
import { untilListening, type Mount } from './mount.js';

type Route = Partial<Record<string, (request: Request) => Promise<Response>>>;

/** As Next.js does it: GET's function answers HEAD, and a method without a function is 405. */
async function answerWith(route: Route, request: Request): Promise<Response> {
  const answer = route[request.method === 'HEAD' ? 'GET' : request.method];
  return answer ? answer(new Request(request)) : new Response(null, { status: 405 });
}

export const onNext: Mount = {
  name: 'a Next.js route',
  seesRawPath: false,
  async serve(context, edlinkUrl) {
    const directory = await makeDirectory(context);
    Object.assign(process.env, { EDLINK_URL: edlinkUrl, EDLINK_STORE: directory });
    const route: Route = await import('./next/route.js');
    context.after(async () => (await globalThis.edlinkProxy)?.close());
    const server = createAdaptorServer({ fetch: (request) => answerWith(route, request) }) as Server;
    return untilListening(context, server.listen(0));
  },
};
