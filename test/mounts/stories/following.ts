import assert from 'node:assert/strict';
import { ahead } from '../options.js';
import { assertProblem, create, newDistrict, type Stories } from './stage.js';

export const following: Stories = {
  'reads, and reads freshly once it is completed': async (stage) => {
    const { call, simulator } = stage;
    const as = newDistrict();
    const path = `onboardings/${await create(stage, { as })}`;
    assert.equal((await call('GET', path, { as })).onboarding.state, 'created');
    const { integration_id } = simulator.complete(path.slice('onboardings/'.length));
    const fresh = await call('GET', path, { as, headers: { 'Cache-Control': 'no-cache' } });
    assert.deepEqual([fresh.status, fresh.onboarding.integration_id], [200, integration_id]);
    assertProblem(await call('DELETE', path, { as }), [409, 'conflict']);
  },

  'lists with a query, and deletes': async (stage) => {
    const { call } = stage;
    const as = newDistrict();
    const id = await create(stage, { as });
    const list = await call('GET', `onboardings?state=created&id=${id}&limit=1`, { as });
    assert.deepEqual([list.status, list.list.$data.map((row) => row.id)], [200, [id]]);
    assert.deepEqual((await call('GET', 'onboardings?state=started', { as })).list.$data, []);
    const deleted = await call('DELETE', `onboardings/${id}`, { as });
    assert.deepEqual([deleted.status, deleted.text], [204, '']);
    assertProblem(await call('GET', `onboardings/${id}`, { as }), [404, 'not_found']);
  },

  'shows nobody what is another district’s': async (stage) => {
    const { call } = stage;
    const id = await create(stage, { as: newDistrict() });
    for (const method of ['GET', 'DELETE']) {
      const as = newDistrict();
      const foreign = await call(method, `onboardings/${id}`, { as });
      const unknown = await call(method, `onboardings/${crypto.randomUUID()}`, { as });
      assertProblem(foreign, [404, 'not_found']);
      assert.equal(foreign.text, unknown.text);
    }
  },

  'sends the headers that the proxy wrote': async (stage) => {
    const as = newDistrict();
    const id = await create(stage, { as });
    const { headers } = await stage.call('GET', `onboardings/${id}`, { as });
    assert.match(String(headers['content-type']), /^application\/json(;|$)/);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['set-cookie'], undefined);
    // The element judges expiry by it.
    const skew = Date.parse(String(headers['date'])) - Date.now() - ahead;
    assert.ok(Math.abs(skew) < 10_000, `${skew} ms`);
  },
};
