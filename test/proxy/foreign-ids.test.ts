import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { zeroUuid } from '../../src/contract/uuid.js';
import { createAtEdlink, setStage } from './stage.js';

describe('ids', () => {
  test('an unknown, a foreign and a malformed id get the same bytes, and nothing goes upstream', async (context) => {
    const fixed = Date.now();
    const { call, create, simulator } = await setStage(context, { now: () => fixed });
    const { id } = (await create()).onboarding;
    const before = simulator.requests.log.length;
    for (const method of ['GET', 'DELETE']) {
      const unknown = await call(method, `/edlink/onboardings/${crypto.randomUUID()}`, { as: 'ben' });
      assert.equal(unknown.status, 404);
      for (const other of [id, id.toUpperCase(), 'x', '..', `${id}/`, zeroUuid]) {
        const answer = await call(method, `/edlink/onboardings/${other}`, { as: 'ben' });
        assert.equal(answer.status, 404, other);
        assert.equal(answer.text, unknown.text, other);
        assert.deepEqual(answer.headers, unknown.headers, other);
      }
    }
    assert.equal(simulator.requests.log.length, before);
  });

  test('an id that Edlink does not know gets those bytes, too', async (context) => {
    const fixed = Date.now();
    const { call, create, simulator } = await setStage(context, { now: () => fixed });
    const { id } = (await create()).onboarding;
    simulator.reset();
    const headers = { 'Cache-Control': 'no-cache' };
    const gone = await call('GET', `/edlink/onboardings/${id}`, { headers });
    const unknown = await call('GET', `/edlink/onboardings/${crypto.randomUUID()}`, { headers });
    assert.equal(gone.status, 404);
    assert.deepEqual([gone.text, gone.headers], [unknown.text, unknown.headers]);
  });

  test('one that only Edlink knows is read by the scope all, without what Edlink says for the host', async (context) => {
    const { call, simulator } = await setStage(context);
    const id = await createAtEdlink(simulator);
    const $host = { district: 'Edlink speaking for the host' };
    simulator.configure({ faults: [{ kind: 'override', on: 'read', fields: { $host } }] });
    const read = await call('GET', `/edlink/onboardings/${id}`, { as: 'staff' });
    assert.deepEqual([read.onboarding.id, read.onboarding.$host], [id, undefined]);
  });
});
