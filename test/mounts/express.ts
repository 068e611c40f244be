import express, { type RequestHandler } from 'express';
import { createServer } from 'node:http';
import { openFor, untilListening, type Mount } from './mount.js';

/** Behind what a host's server does with every request before. */
export const onExpress = (...before: RequestHandler[]): Mount => ({
  name: before.length === 0 ? 'Express' : 'Express behind its parsers',
  seesRawPath: true,
  async serve(context, edlinkUrl) {
    const proxy = await openFor(context, edlinkUrl);
    const app = express();
    // Express prints refused bodies unless it is told that this is a test.
    app.set('env', 'test');
    for (const handler of before) app.use(handler);
    app.use('/edlink', proxy.listener);
    return untilListening(context, createServer(app).listen(0));
  },
});
