import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { zeroUuid } from '../../src/contract/uuid.js';
import { createSimulator } from '../../src/simulator/index.js';
import { call, create, createBody, list, onboardingsPath, read, remove } from './calling.js';

describe('shapes of an answer', () => {
  test('envelope: single objects in $data or bare, lists always in $data', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    assert.deepEqual(Object.keys((await read(simulator, id)).body), ['$data', '$request']);
    simulator.configure({ envelope: false });
    assert.equal((await read(simulator, id)).body.id, id);
    assert.equal((await list(simulator)).list.length, 1);
  });

  test('noneAs: null, absent or the zero UUID', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    assert.equal((await read(simulator, id)).object.integration_id, null);
    simulator.configure({ noneAs: 'zero' });
    assert.equal((await read(simulator, id)).object.integration_id, zeroUuid);
    simulator.configure({ noneAs: 'absent' });
    const { object } = await read(simulator, id);
    for (const name of ['integration_id', 'user_id', 'team_id', 'provider_id', 'redirect_uri']) {
      assert.ok(!(name in object), name);
    }
  });

  test('createStatus: 200 or 201', async () => {
    const simulator = createSimulator();
    const post = () => call(simulator.fetch, 'POST', onboardingsPath, { body: createBody });
    assert.equal((await post()).status, 200);
    simulator.configure({ createStatus: 201 });
    assert.equal((await post()).status, 201);
  });

  test('deleteAnswer: 200 with a body, 200 without, 204', async () => {
    const simulator = createSimulator();
    const removal = async () => remove(simulator, await create(simulator));
    assert.equal(typeof (await removal()).object.id, 'string');
    simulator.configure({ deleteAnswer: '200-empty' });
    assert.deepEqual(await removal().then(({ status, text }) => [status, text]), [200, '']);
    simulator.configure({ deleteAnswer: '204' });
    assert.equal((await removal()).status, 204);
  });

  test('startedReportedAs: a state nobody knows', async () => {
    const simulator = createSimulator({ startedReportedAs: 'verifying' });
    const id = await create(simulator);
    await simulator.fetch(`http://edlink.test/onboard/${id}`);
    assert.equal((await read(simulator, id)).object.state, 'verifying');
    simulator.configure({ startedReportedAs: 'started' });
    assert.equal((await read(simulator, id)).object.state, 'started');
  });
});

describe('errors', () => {
  const wrongToken = { token: 'wrong' };
  const missing = `${onboardingsPath}/${crypto.randomUUID()}`;

  test('errorStatus: by code, or 400 for the same code', async () => {
    const simulator = createSimulator();
    const statuses = async () => [
      (await call(simulator.fetch, 'GET', onboardingsPath, wrongToken)).status,
      (await call(simulator.fetch, 'GET', missing)).status,
      (await call(simulator.fetch, 'GET', onboardingsPath.replace('7', '8'))).status,
      (await call(simulator.fetch, 'POST', onboardingsPath, { body: {} })).status,
    ];
    assert.deepEqual(await statuses(), [401, 404, 403, 400]);
    simulator.configure({ errorStatus: 'always-400' });
    assert.deepEqual(await statuses(), [400, 400, 400, 400]);
    assert.equal((await call(simulator.fetch, 'GET', missing)).code, 'NOT_FOUND');
  });

  test('singularError: $errors, or $error for what concerns the token', async () => {
    const simulator = createSimulator();
    const answer = () => call(simulator.fetch, 'GET', onboardingsPath, wrongToken);
    assert.equal((await answer()).code, 'INVALID_TOKEN');
    simulator.configure({ singularError: 'object' });
    assert.deepEqual((await answer()).body.$error, {
      code: 'INVALID_TOKEN',
      message: 'The token is missing or unknown.',
    });
    simulator.configure({ singularError: 'text' });
    assert.equal((await answer()).body.$error, 'INVALID_TOKEN');
    assert.equal((await call(simulator.fetch, 'GET', missing)).code, 'NOT_FOUND');
  });

  test('deleteRefusal: a completed onboarding cannot be deleted', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    simulator.complete(id);
    const outcome = async () => remove(simulator, id).then(({ status, code }) => [status, code]);
    assert.deepEqual(await outcome(), [400, 'INVALID_INTEGRATION_STATE']);
    simulator.configure({ deleteRefusal: { status: 409, code: 'NO_PERMISSION' } });
    assert.deepEqual(await outcome(), [409, 'NO_PERMISSION']);
    assert.equal((await read(simulator, id)).object.state, 'completed');
  });

  test('a deleted onboarding is gone', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    await remove(simulator, id);
    assert.equal((await read(simulator, id)).code, 'NOT_FOUND');
    assert.equal((await remove(simulator, id)).code, 'NOT_FOUND');
    assert.deepEqual((await list(simulator)).list, []);
  });
});
