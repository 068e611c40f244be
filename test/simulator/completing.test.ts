import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, simulatorDefaults, type Simulator } from '../../src/simulator/index.js';
import { call, create, list, read } from './calling.js';

const integrationIds = async (simulator: Simulator, id: string, reads: number) => {
  const ids: unknown[] = [];
  for (let count = 0; count < reads; count++) ids.push((await read(simulator, id)).object.integration_id);
  return ids;
};

async function integrationOf(simulator: Simulator, id: string | null) {
  const path = `/api/v1/integrations/${id}`;
  return (await call(simulator.fetch, 'GET', path, { token: simulatorDefaults.applicationSecret })).object;
}

describe('completing while nobody looks', () => {
  test('the next read has the integration', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    const { integration_id } = simulator.complete(id);
    const { object } = await read(simulator, id);
    assert.deepEqual([object.state, object.integration_id], ['completed', integration_id]);
    assert.equal(typeof object.team_id, 'string');
  });

  test('integrationIdAfterReads: late by so many polls, or never', async () => {
    const simulator = createSimulator({ integrationIdAfterReads: 2 });
    const id = await create(simulator);
    await read(simulator, id);
    const { integration_id } = simulator.complete(id);
    assert.deepEqual(await integrationIds(simulator, id, 3), [null, null, integration_id]);
    simulator.configure({ integrationIdAfterReads: 'never' });
    assert.deepEqual(await integrationIds(simulator, id, 2), [null, null]);
  });

  test('a list counts as a poll', async () => {
    const simulator = createSimulator({ integrationIdAfterReads: 1 });
    const { integration_id } = simulator.complete(await create(simulator));
    assert.equal((await list(simulator)).list[0]?.integration_id, null);
    assert.equal((await list(simulator)).list[0]?.integration_id, integration_id);
  });

  test('without an integration', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    simulator.complete(id, { integration: false });
    assert.deepEqual(await integrationIds(simulator, id, 3), [null, null, null]);
  });

  test('integrationStatus: as automatic_approval asked, or always the same', async () => {
    const simulator = createSimulator();
    const statusAfter = async (automatic_approval: boolean) => {
      const { integration_id } = simulator.complete(await create(simulator, { automatic_approval }));
      return (await integrationOf(simulator, integration_id)).status;
    };
    assert.deepEqual([await statusAfter(false), await statusAfter(true)], ['requested', 'active']);
    simulator.configure({ integrationStatus: 'scheduled' });
    assert.deepEqual([await statusAfter(false), await statusAfter(true)], ['scheduled', 'scheduled']);
  });

  test('two onboardings can end in one integration', async () => {
    const simulator = createSimulator();
    const first = simulator.complete(await create(simulator), { districtName: 'USD 259' });
    const integrationId = first.integration_id as string;
    const second = simulator.complete(await create(simulator), { integrationId, districtName: 'Other' });
    assert.equal(second.integration_id, integrationId);
    const { team } = await integrationOf(simulator, integrationId);
    assert.equal((team as { name: string }).name, 'USD 259');
  });

  test('what is unknown or completed is refused', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    simulator.complete(id);
    assert.throws(() => simulator.complete(id), RangeError);
    assert.throws(() => simulator.complete(crypto.randomUUID()), RangeError);
  });
});
