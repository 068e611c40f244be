import { createServer } from 'node:http';
import { openFor, untilListening, type Mount } from './mount.js';

const port = 0;

export const nodeHttp: Mount = {
  name: 'node:http',
  seesRawPath: true,
  async serve(context, edlinkUrl) {
    const proxy = await openFor(context, edlinkUrl);
    const server = createServer(proxy.listener);
    server.listen(port);
    return untilListening(context, server);
  },
};
