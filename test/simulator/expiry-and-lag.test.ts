import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create, createTimedSimulator, list, read, remove } from './calling.js';

const threeDays = 259_200_000;

describe('expiry', () => {
  test('defaultExpiration: shown, hidden or none', async () => {
    const { simulator } = createTimedSimulator();
    const latest = async () => {
      const { object } = await read(simulator, await create(simulator));
      return [object.expiration_date, simulator.onboardings.at(-1)?.expiresAt];
    };
    const expiresAt = Date.parse('2026-09-04T08:00:00.000Z');
    assert.deepEqual(await latest(), ['2026-09-04T08:00:00.000Z', expiresAt]);
    simulator.configure({ defaultExpiration: 'hidden' });
    assert.deepEqual(await latest(), [null, expiresAt]);
    simulator.configure({ defaultExpiration: 'none' });
    assert.deepEqual(await latest(), [null, null]);
    simulator.configure({ defaultExpiration: 'shown', lifetime: 1000 });
    assert.equal((await latest())[0], '2026-09-01T08:00:01.000Z');
  });

  test('readAfterExpiry: the object, or not found', async () => {
    const { simulator, clock } = createTimedSimulator();
    const id = await create(simulator);
    simulator.configure({ readAfterExpiry: 'not-found' });
    assert.equal((await read(simulator, id)).status, 200);
    clock.now += threeDays;
    assert.equal((await read(simulator, id)).code, 'NOT_FOUND');
    assert.deepEqual((await list(simulator)).list, []);
    simulator.configure({ readAfterExpiry: 'object' });
    assert.equal((await read(simulator, id)).object.state, 'created');
    assert.equal((await remove(simulator, id)).status, 200);
  });

  test('what is completed does not expire, and a completion may come late', async () => {
    const { simulator, clock } = createTimedSimulator({ readAfterExpiry: 'not-found' });
    const id = await create(simulator);
    clock.now += threeDays + 1;
    simulator.complete(id);
    assert.equal((await read(simulator, id)).object.state, 'completed');
  });
});

describe('a lagging replica', () => {
  test('lagReads: the first reads do not find it', async () => {
    const { simulator } = createTimedSimulator({ lagReads: 2 });
    const id = await create(simulator);
    const seen = [await read(simulator, id), await list(simulator), await read(simulator, id)];
    assert.deepEqual([seen[0]?.code, seen[1]?.list, seen[2]?.status], ['NOT_FOUND', [], 200]);
  });

  test('lagMilliseconds: it is not found for a while', async () => {
    const { simulator, clock } = createTimedSimulator({ lagMilliseconds: 500 });
    const id = await create(simulator);
    clock.now += 499;
    assert.equal((await read(simulator, id)).code, 'NOT_FOUND');
    clock.now += 1;
    assert.equal((await read(simulator, id)).status, 200);
  });
});
