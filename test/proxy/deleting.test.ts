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

describe('delete', () => {
  for (const deleteAnswer of ['200-body', '200-empty', '204'] as const) {
    test(`is 204, twice (Edlink: ${deleteAnswer}), and 404 after`, async (context) => {
      const { create, call } = await setStage(context, {}, { deleteAnswer });
      const { id } = (await create()).onboarding;
      for (const _ of [1, 2]) {
        const answer = await call('DELETE', `${path}/${id}`);
        assert.deepEqual([answer.status, answer.text], [204, '']);
      }
      assert.equal((await call('GET', `${path}/${id}`)).status, 404);
    });
  }

  const refusals = [
    { status: 400, code: 'INVALID_REQUEST_BODY' },
    { status: 403, code: 'NO_PERMISSION' },
    { status: 409, code: 'UNKNOWN' },
  ];
  for (const deleteRefusal of refusals) {
    test(`of a completed one is 409 (Edlink: ${deleteRefusal.status}), and the host hears of it`, async (context) => {
      let calls = 0;
      const { create, call, simulator } = await setStage(
        context,
        { onConnected: () => calls++ },
        { deleteRefusal },
      );
      const { id } = (await create()).onboarding;
      simulator.complete(id);
      for (const _ of [1, 2]) {
        const answer = await call('DELETE', `${path}/${id}`);
        assert.deepEqual([answer.status, answer.problem.code], [409, 'conflict']);
      }
      assert.equal(calls, 1);
      assert.equal(simulator.requests.counts.delete, 1);
    });
  }

  test('that Edlink does not do is an error, and the onboarding lives on', async (context) => {
    const { create, call, simulator } = await setStage(context);
    const { id } = (await create()).onboarding;
    simulator.configure({ faults: [{ kind: 'html-500', on: 'delete', times: 1 }] });
    assert.equal((await call('DELETE', `${path}/${id}`)).status, 502);
    assert.equal((await call('GET', `${path}/${id}`)).status, 200);
  });

  const lies: [title: string, body: string, type: string][] = [
    ['a gateway’s page', '<html>', 'text/html'],
    ['an error', '{"$errors":[{"code":"INTERNAL"}]}', 'application/json'],
    ['a single error', '{"$error":"INTERNAL"}', 'application/json'],
    ['broken JSON', '{', 'application/json'],
  ];
  for (const [title, body, type] of lies) {
    test(`that is answered with 200 and ${title} is an error, and the onboarding lives on`, async (context) => {
      const lie = () => Promise.resolve(new Response(body, { headers: { 'Content-Type': type } }));
      const { create, call, simulator } = await setStage(context, {
        fetch: (url, init) => (init?.method === 'DELETE' ? lie() : fetch(url, init)),
      });
      const { id } = (await create()).onboarding;
      const answer = await call('DELETE', `${path}/${id}`);
      assert.deepEqual([answer.status, answer.problem.code], [502, 'invalid_response']);
      assert.equal((await call('POST', path, { body: {} })).onboarding.id, id);
      assert.equal(simulator.onboardings.length, 1);
    });
  }

  test('that Edlink has not done after all does not hide a completion', async (context) => {
    const told: string[] = [];
    const { create, call, simulator, proxy, clock } = await setStage(context, {
      onConnected: ({ onboarding_id }) => told.push(onboarding_id),
      fetch: (url, init) =>
        init?.method === 'DELETE' ? Promise.resolve(new Response(null, { status: 204 })) : fetch(url, init),
    });
    const { id } = (await create()).onboarding;
    assert.equal((await call('DELETE', `${path}/${id}`)).status, 204);
    assert.equal((await proxy.sweep()).looked, 1);
    simulator.complete(id);
    clock.passed += 6_000;
    assert.equal((await proxy.sweep()).connected, 1);
    assert.deepEqual(told, [id]);
    assert.equal((await call('GET', path)).list.$data[0]?.id, id);
  });

  test('is looked after until its date has passed', async (context) => {
    const { create, call, proxy, clock } = await setStage(context);
    const { id } = (await create()).onboarding;
    await call('DELETE', `${path}/${id}`);
    assert.deepEqual(await proxy.sweep().then(({ looked, expired }) => [looked, expired]), [1, 0]);
    clock.passed += 73 * 3_600_000;
    assert.deepEqual(await proxy.sweep().then(({ looked, expired }) => [looked, expired]), [1, 1]);
    assert.equal((await proxy.sweep()).looked, 0);
  });
});
