import assert from 'node:assert/strict';
import { request as httpRequest, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { newKey } from '../../proxy/calling.js';
import { assertNothingUpstream, newDistrict, type Stage, type Stories } from './stage.js';

/** A POST that is under way, for somebody who is about to leave. */
function begin({ url }: Stage, as: string, key: string, length: number): ClientRequest {
  const headers = {
    'X-Requested-With': 'connect-district',
    'Content-Type': 'application/json',
    'Content-Length': length,
    'Idempotency-Key': key,
    Cookie: `session=${as}`,
  };
  const request = httpRequest(`${url}/edlink/onboardings`, { method: 'POST', headers });
  // Leaving is an error to the one who leaves.
  request.on('error', () => undefined);
  return request;
}

export const leaving: Stories = {
  'forgets who leaves in the middle of a body': async (stage) => {
    const as = newDistrict();
    await assertNothingUpstream(stage, async () => {
      const request = begin(stage, as, newKey(), 100);
      request.write('{"provider_id":');
      await pause(50);
      request.destroy();
      await pause(50);
    });
    assert.equal((await stage.call('GET', 'onboardings', { as })).status, 200);
  },

  'finishes for who leaves before the answer': async (stage) => {
    const { simulator, call } = stage;
    const as = newDistrict();
    const key = newKey();
    const before = simulator.requests.counts.create;
    simulator.configure({ faults: [{ on: 'create', kind: 'slow', milliseconds: 200, times: 1 }] });
    const request = begin(stage, as, key, 2);
    request.end('{}');
    while (simulator.requests.counts.create === before) await pause(5);
    request.destroy();
    await pause(20);
    const { status, onboarding, text } = await call('POST', 'onboardings', { as, key, body: {} });
    // 200 where the first one was done before the second was heard.
    assert([200, 201].includes(status), text);
    assert.equal(simulator.requests.counts.create, before + 1);
    assert.equal(simulator.onboardings.at(-1)?.id, onboarding.id);
  },
};
