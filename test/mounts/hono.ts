import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import { openFor, untilListening, type Mount } from './mount.js';

export const onHono: Mount = {
  name: 'Hono',
  seesRawPath: false,
  async serve(context, edlinkUrl) {
    const proxy = await openFor(context, edlinkUrl);
    const app = new Hono();
    app.all('/edlink/*', (c) => proxy(c.req.raw));
    const server = createAdaptorServer(app) as Server;
    return untilListening(context, server.listen(0));
  },
};
