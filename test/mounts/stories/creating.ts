import assert from 'node:assert/strict';
import { simulatorDefaults } from '../../../src/simulator/index.js';
import { newKey } from '../../proxy/calling.js';
import { page } from '../options.js';
import { create, newDistrict, type Stories } from './stage.js';

const { canvasId } = simulatorDefaults;

export const creating: Stories = {
  'creates one, with what the body says': async ({ call, simulator }) => {
    const as = newDistrict();
    const body = { provider_id: canvasId, redirect_uri: `${page}/return.html?school=“Ä”` };
    const { status, onboarding } = await call('POST', 'onboardings', { as, body });
    assert.deepEqual([status, onboarding.provider_id], [201, canvasId]);
    const sent = JSON.parse(simulator.requests.log.at(-1)!.body) as Record<string, unknown>;
    assert.deepEqual(
      [sent['provider_id'], sent['redirect_uri']],
      [canvasId, new URL(body.redirect_uri).href],
    );
  },

  'gives the same one for the same key, and the live one for another': async ({ call, simulator }) => {
    const as = newDistrict();
    const key = newKey();
    const before = simulator.requests.counts.create;
    const first = await call('POST', 'onboardings', { as, key, body: {} });
    const again = await call('POST', 'onboardings', { as, key, body: {} });
    const other = await call('POST', 'onboardings', { as, body: {} });
    assert.deepEqual([first.status, again.onboarding.id, other.status], [201, first.onboarding.id, 200]);
    assert.equal(other.onboarding.id, first.onboarding.id);
    assert.equal(simulator.requests.counts.create, before + 1);
  },

  'reads a body that came in pieces': async (stage) => {
    const headers = { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' };
    await create(stage, { as: newDistrict(), headers, body: { provider_id: canvasId } });
  },
};
