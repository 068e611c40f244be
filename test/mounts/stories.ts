import type { TestContext } from 'node:test';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { call } from '../proxy/calling.js';
import type { Mount } from './mount.js';
import { creating } from './stories/creating.js';
import { following } from './stories/following.js';
import { leaving } from './stories/leaving.js';
import { paths } from './stories/paths.js';
import { refusals } from './stories/refusals.js';
import type { Stage, Stories } from './stories/stage.js';

const stories: Stories = { ...creating, ...following, ...refusals, ...paths, ...leaving };

/** What has to be the same wherever the proxy is mounted: real requests, in front of the simulator. */
export async function tryOut(context: TestContext, mount: Mount): Promise<void> {
  const { url: edlinkUrl, simulator, close } = await serveSimulator();
  context.after(close);
  const url = await mount.serve(context, edlinkUrl);
  const callAt: Stage['callAt'] = (method, path, options) => call(url, method, path, options);
  const stage: Stage = {
    mount,
    simulator,
    url,
    callAt,
    call: (method, path, options) => callAt(method, `/edlink/${path}`, options),
  };
  for (const [name, story] of Object.entries(stories)) await context.test(name, () => story(stage));
}
