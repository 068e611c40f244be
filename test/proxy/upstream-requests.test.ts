import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setStage, type Stage, token } from './stage.js';

describe('what goes upstream', () => {
  test('is four kinds of requests, whatever the browser sends', async (context) => {
    const { create, call, sent, clock } = await setStage(context);
    const headers = {
      Authorization: 'Basic x',
      'X-Forwarded-For': '1.2.3.4',
      'X-HTTP-Method-Override': 'DELETE',
      Accept: 'text/html',
      TE: 'trailers',
    };
    const { id } = (await create({ headers })).onboarding;
    clock.passed += 60_000;
    await call('GET', `/edlink/onboardings/${id}?x=1`, { headers });
    await call('GET', '/edlink/onboardings?limit=7', { as: 'staff', headers });
    await call('DELETE', `/edlink/onboardings/${id}`, { headers });
    const kinds = sent
      .requests()
      .map(({ line }) => line.replace(/\/api.*onboardings|HTTP.*|=\w+/g, '').trim());
    assert.deepEqual(
      new Set(kinds),
      new Set(['POST ?%24idempotency', `GET /${id}`, 'GET ?%24first', `DELETE /${id}`]),
    );
  });

  test('one token reads, another writes', async (context) => {
    const asked: string[] = [];
    const edlink = { token: (use: string) => (asked.push(use), token) };
    const { create, call } = await setStage(context, { edlink });
    const { id } = (await create()).onboarding;
    await call('GET', `/edlink/onboardings/${id}`, { as: 'staff', headers: { 'Cache-Control': 'no-cache' } });
    await call('DELETE', `/edlink/onboardings/${id}`);
    assert.deepEqual(asked, ['write', 'read', 'write']);
  });

  for (const bad of ['', 'two\r\nlines', undefined, 7]) {
    test(`a token function that gives ${JSON.stringify(bad)} is 500`, async (context) => {
      const { call, simulator } = await setStage(context, { edlink: { token: () => bad as string } });
      const answer = await call('POST', '/edlink/onboardings', { body: {} });
      assert.deepEqual([answer.status, answer.problem.code], [500, 'host_not_ready']);
      assert.equal(simulator.requests.log.length, 0);
    });
  }
});

describe('reads are shared', () => {
  const asking = (call: Stage['call'], id: string) => (fresh: boolean) =>
    call('GET', `/edlink/onboardings/${id}`, fresh ? { headers: { 'Cache-Control': 'no-cache' } } : {});

  test('for five seconds', async (context) => {
    const fixed = Date.now();
    let passed = 0;
    const { create, call, simulator } = await setStage(context, { now: () => fixed + passed });
    const read = asking(call, (await create()).onboarding.id);
    const reads = () => simulator.requests.counts.read;
    await read(false);
    assert.equal(reads(), 0, 'the creation’s answer counts');
    await read(true);
    passed = 4_900;
    await Promise.all(Array.from({ length: 10 }, () => read(false)));
    assert.equal(reads(), 1);
    passed = 5_100;
    await read(false);
    assert.equal(reads(), 2);
  });

  test('a fresh one is as fresh as it says, and asks Edlink once a second', async (context) => {
    const { create, call, simulator } = await setStage(context);
    const { id } = (await create()).onboarding;
    const read = asking(call, id);
    await read(true);
    simulator.complete(id);
    const begun = Date.now();
    const answers = await Promise.all(Array.from({ length: 10 }, () => read(true)));
    assert.ok(answers.every(({ onboarding }) => onboarding.state === 'completed'));
    assert.equal(simulator.requests.counts.read, 2);
    const took = Date.now() - begun;
    assert.ok(took > 500 && took < 3_000, `${took} ms`);
  });

  test('while it is under way, however long that takes', async (context) => {
    const { create, call, simulator, clock } = await setStage(context);
    const read = asking(call, (await create()).onboarding.id);
    simulator.configure({ faults: [{ kind: 'slow-answer', on: 'read', milliseconds: 500 }] });
    const answers = [read(true)];
    for (const _ of [1, 2, 3]) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      clock.passed += 6_000;
      answers.push(read(true), read(false));
    }
    for (const { status } of await Promise.all(answers)) assert.equal(status, 200);
    assert.equal(simulator.requests.counts.read, 1);
  });

  test('for five minutes when it is connected, and so nothing changes any more', async (context) => {
    const { create, call, simulator, clock } = await setStage(context);
    const { id } = (await create()).onboarding;
    simulator.complete(id);
    await asking(call, id)(true);
    for (const pause of [10_000, 280_000, 20_000]) {
      clock.passed += pause;
      assert.equal((await call('GET', '/edlink/onboardings')).list.$data[0]?.state, 'completed');
    }
    assert.equal(simulator.requests.counts.read, 2);
  });
});
