import assert from 'node:assert/strict';
import { assertNothingUpstream, create, newDistrict, type Stories } from './stage.js';

/** No route of ours, however it is read. */
const nearMisses = (id: string): string[] => [
  '/edlink',
  '/edlink/',
  '/edlink//onboardings',
  '/edlink/onboardings/',
  '/EDLINK/onboardings',
  '/edlinkx/onboardings',
  '/x/edlink/onboardings',
  '/edlink/edlink/onboardings',
  '/edlink/onboardings;x',
  `/edlink/onboardings%2f${id}`,
  `/edlink%2fonboardings/${id}`,
  `/edlink/onboardings/${id}/`,
  `/edlink/onboardings/${id}/..`,
  `/edlink/onboardings/${id}/x`,
  `/edlink/onboardings/${id}%20`,
  `/edlink/onboardings/%2e%2e/%2e%2e/onboardings/${id}`,
  '/edlink/onboardings/%2e%2e/applications',
  '/edlink/onboardings/..%2f..%2fapplications',
  '/edlink/onboardings/%252e%252e/onboardings',
];

/** Routes, for whoever resolves dot segments before looking. */
const detours = (id: string): string[] => [
  '/x/../edlink/onboardings',
  '/edlink/onboardings/%2e%2e/onboardings',
  '/edlink/./onboardings',
  `/edlink/onboardings/x/%2E./${id}`,
];

export const paths: Stories = {
  'knows no path but its own': async (stage) => {
    const as = newDistrict();
    const id = await create(stage, { as });
    await assertNothingUpstream(stage, async () => {
      for (const path of nearMisses(id)) {
        for (const method of ['GET', 'POST', 'DELETE']) {
          const body = method === 'POST' ? {} : undefined;
          const { status } = await stage.callAt(method, path, { as, body });
          assert.equal(status, 404, `${method} ${path}`);
        }
      }
    });
  },

  'takes no detour, where it can see one': async (stage) => {
    const as = newDistrict();
    const id = await create(stage, { as });
    for (const path of detours(id)) {
      const { status } = await stage.callAt('GET', path, { as });
      assert.equal(status, stage.mount.seesRawPath ? 404 : 200, path);
      // Resolved or not, the route that is found is guarded like any other.
      const stranger = await stage.callAt('DELETE', path, { as: newDistrict() });
      assert.equal(stranger.status, 404, path);
    }
  },
};
