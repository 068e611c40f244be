import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createAtEdlink, setStage } from './stage.js';

const path = '/edlink/onboardings';

/** One that is waited for, and Edlink answering its deletion with an error. */
async function refuseDeletion(context: TestContext, code: string) {
  const stage = await setStage(context);
  const { id } = (await stage.create()).onboarding;
  const refusal = { kind: 'edlink-error', on: 'delete', code } as const;
  stage.simulator.configure({ faults: [refusal] });
  return { ...stage, id, refusal, remove: () => stage.call('DELETE', `${path}/${id}`) };
}

describe('a deletion', () => {
  test('that Edlink refuses is too late only if the onboarding is completed', async (context) => {
    const { remove, simulator, id } = await refuseDeletion(context, 'NO_PERMISSION');
    const early = await remove();
    assert.deepEqual([early.status, early.problem.code], [502, 'upstream_credentials']);
    simulator.complete(id);
    const late = await remove();
    assert.deepEqual([late.status, late.problem.code], [409, 'conflict']);
    assert.match(String(late.problem.detail), /completed/);
  });

  test('that failed somehow says so, also of a completed one', async (context) => {
    const { remove, simulator, id } = await refuseDeletion(context, 'INTERNAL');
    simulator.complete(id);
    const answer = await remove();
    assert.deepEqual([answer.status, answer.problem.code], [502, 'upstream_unavailable']);
  });

  test('whose refusal cannot be looked into is refused for Edlink’s reason', async (context) => {
    const { remove, simulator, refusal } = await refuseDeletion(context, 'NO_PERMISSION');
    simulator.configure({ faults: [refusal, { kind: 'html-500', on: 'read' }] });
    const answer = await remove();
    assert.deepEqual([answer.status, answer.problem.code], [502, 'upstream_credentials']);
  });

  test('by the scope all needs no record, and is as good as any other', async (context) => {
    const { call, simulator } = await setStage(context);
    const gone = await createAtEdlink(simulator);
    const kept = await createAtEdlink(simulator);
    assert.equal((await call('DELETE', `${path}/${gone}`, { as: 'staff' })).status, 204);
    assert.equal((await call('GET', `${path}/${gone}`, { as: 'staff' })).status, 404);
    simulator.complete(kept);
    assert.equal((await call('DELETE', `${path}/${kept}`, { as: 'staff' })).problem.code, 'conflict');
  });

  test('of one that is connected with another account’s system is too late, and nothing goes upstream', async (context) => {
    const { call, create, simulator, sent } = await setStage(context);
    const integrationId = crypto.randomUUID();
    const first = (await create()).onboarding.id;
    const second = (await create({ as: 'ben' })).onboarding.id;
    simulator.complete(first, { integrationId });
    simulator.complete(second, { integrationId });
    const headers = { 'Cache-Control': 'no-cache' };
    assert.equal((await call('GET', `${path}/${first}`, { headers })).status, 200);
    assert.equal((await call('GET', `${path}/${second}`, { as: 'ben', headers })).status, 409);
    const before = sent.requests().length;
    assert.equal((await call('DELETE', `${path}/${second}`, { as: 'ben' })).problem.code, 'conflict');
    assert.equal(sent.requests().length, before);
  });
});

test('what staff deletes is gone at once, also where many are answered from one list', async (context) => {
  const { create, call, clock, simulator } = await setStage(context);
  for (const as of ['anna', 'ben']) await create({ as });
  const made = `${path}/${await createAtEdlink(simulator)}`;
  clock.passed += 20_000;
  const statuses: number[] = [];
  for (const method of ['GET', 'DELETE', 'GET']) {
    statuses.push((await call(method, made, { as: 'staff' })).status);
  }
  assert.deepEqual(statuses, [200, 204, 404]);
});
