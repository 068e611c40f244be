import { openProxy, type NodeProxy } from '../../../src/proxy/node/index.js';
import { optionsFor } from '../options.js';

declare global {
  var edlinkProxy: Promise<NodeProxy> | undefined;
}

const { EDLINK_URL = '', EDLINK_STORE = '' } = process.env;
const options = { ...optionsFor(EDLINK_URL), directory: EDLINK_STORE, sweepEvery: false as const };

// One for the process, opened by the first request: a build evaluates this file too, and development does it again.
const answer = async (request: Request) => (await (globalThis.edlinkProxy ??= openProxy(options)))(request);
export { answer as GET, answer as POST, answer as DELETE, answer as OPTIONS };
