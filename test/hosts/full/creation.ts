import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatorDefaults, type SimulatorSettingsPatch } from '../../../src/simulator/index.js';
import { newKey } from '../../proxy/calling.js';
import { newBody } from '../../proxy/stage.js';
import { token } from '../canaries.js';
import { path, page, type Stage } from '../stage.js';

const { teamId, applicationId, canvasId } = simulatorDefaults;

const wrongFields: Record<string, unknown>[] = [
  { automatic_approval: false },
  { team_id: teamId },
  { application_id: canvasId },
  { expiration_date: '2199-01-01T00:00:00.000Z' },
  { integration_id: canvasId },
  { ['__proto__']: {} },
  { provider_id: '..' },
  { provider_id: [canvasId] },
  { redirect_uri: 7 },
  { redirect_uri: `${page}.evil.example/` },
  { redirect_uri: `${page}@evil.example/` },
  { redirect_uri: `${page}:443@evil.example/` },
  { redirect_uri: `${page}\\@evil.example/` },
  { redirect_uri: `${page}/\n` },
  { redirect_uri: 'http://app.example/' },
  { redirect_uri: 'javascript:alert(1)' },
  { redirect_uri: `blob:${page}/x` },
];

/** After each of them Edlink has an onboarding of which nobody has heard. */
const losses: NonNullable<SimulatorSettingsPatch['faults']> = [
  { kind: 'drop-after-commit', on: 'create', times: 1 },
  { kind: 'cut', on: 'create', times: 1 },
  { kind: 'truncate', on: 'create', times: 1 },
  { kind: 'non-json', on: 'create', times: 1 },
  { kind: 'huge', on: 'create', times: 1, bytes: 200_000 },
  { kind: 'html-504', on: 'create', times: 1, committed: true },
  { kind: 'html-200', on: 'create', times: 1, committed: true },
  { kind: 'override', on: 'create', times: 1, fields: { id: 'x' } },
  { kind: 'override', on: 'create', times: 1, fields: { application_id: canvasId } },
];

export function testCreation(stage: Stage): void {
  const there = () => stage.simulator.onboardings.filter(({ deletedAt }) => deletedAt === null);

  test('Edlink gets exactly the request that it needs', async () => {
    await stage.clear();
    const redirect_uri = `${page}/return.html?a=b#c`;
    const key = newKey();
    await stage.create({ key, body: { provider_id: canvasId, redirect_uri }, headers: { 'X-Evil': '1' } });
    const [sent] = stage.sent;
    assert.equal(`${sent!.method} ${sent!.path}`, `POST /api/v1/teams/${teamId}/onboardings`);
    assert.equal(sent!.authorization, `Bearer ${token}`);
    assert.deepEqual(Object.keys(Object.fromEntries(sent!.query)), ['$idempotency']);
    assert.ok(!JSON.stringify(sent!.query).includes(key));
    const { expiration_date, ...body } = newBody(sent!.body);
    assert.deepEqual(body, { application_id: applicationId, provider_id: canvasId, redirect_uri });
    const lifetime = Date.parse(String(expiration_date)) - sent!.at;
    assert.ok(Math.abs(lifetime - 72 * 3_600_000) < 60_000);
    assert.match(String(expiration_date), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('no header of the browser gets any further', async () => {
    await stage.clear();
    const { id } = (await stage.create({ headers: { 'X-Evil': '1' } })).onboarding;
    await stage.call('GET', `${path}/${id}`, { headers: { 'Cache-Control': 'no-cache', 'X-Evil': '1' } });
    await stage.call('DELETE', `${path}/${id}`);
    const usual = [
      'accept',
      'accept-encoding',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ];
    for (const { headerNames } of stage.sent) {
      assert.deepEqual(
        headerNames.filter((name) => !usual.includes(name)),
        [],
      );
    }
  });

  test('a field that is not allowed is refused by name', async () => {
    await stage.clear();
    for (const body of wrongFields) {
      const { status, problem } = await stage.call('POST', path, { body });
      assert.deepEqual([status, problem.field], [422, Object.keys(body)[0]], JSON.stringify(body));
    }
    assert.equal(stage.sent.length, 0);
  });

  test('one key twenty times at once is one onboarding', async () => {
    await stage.clear();
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => stage.call('POST', path, { body: {}, key })),
    );
    const id = there()[0]!.id;
    assert.deepEqual(
      answers.map(({ onboarding }) => onboarding.id),
      Array(20).fill(id),
    );
    assert.deepEqual(
      answers
        .map(({ status }) => status)
        .sort()
        .slice(-2),
      [200, 201],
    );
    assert.equal(there().length, 1);
  });

  test('five keys at once are one onboarding, and each keeps to it', async () => {
    await stage.clear();
    const keys = Array.from({ length: 5 }, newKey);
    const send = (key: string) => stage.call('POST', path, { body: {}, key });
    const answers = await Promise.all(keys.map(send));
    assert.equal(new Set(answers.map(({ onboarding }) => onboarding.id)).size, 1);
    assert.equal(there().length, 1);
    const { id } = answers[0]!.onboarding;
    await stage.call('DELETE', `${path}/${id}`);
    assert.deepEqual(
      (await Promise.all(keys.map(send))).map(({ status }) => status),
      Array(5).fill(409),
    );
  });

  test('a key means nothing to another district, and another body under it is refused', async () => {
    await stage.clear();
    const key = newKey();
    const { id } = (await stage.create({ key })).onboarding;
    assert.notEqual((await stage.create({ key, as: 'ben' })).onboarding.id, id);
    const other = await stage.call('POST', path, { key, body: { provider_id: canvasId } });
    assert.deepEqual([other.status, other.problem.field], [422, 'Idempotency-Key']);
    for (const bad of ['', 'short', 'x'.repeat(129), 'sixteen letters!']) {
      assert.equal((await stage.call('POST', path, { key: bad, body: {} })).status, 422, bad);
    }
  });

  for (const fault of losses) {
    test(`an answer lost by ${JSON.stringify(fault)} is found again by its date`, async () => {
      await stage.clear();
      stage.simulator.configure({ faults: [fault], pageSize: 1 });
      const key = newKey();
      const { id } = (await stage.create({ key })).onboarding;
      assert.deepEqual(
        there().map((one) => one.id),
        [id],
      );
      assert.equal((await stage.call('POST', path, { body: {}, key })).onboarding.id, id);
    });
  }

  test('an answer lost together with the list is found by the next attempt', async () => {
    await stage.clear();
    const lost = { kind: 'drop-after-commit', on: 'create', times: 1 } as const;
    stage.simulator.configure({ faults: [lost, { kind: 'html-502', on: 'list', times: 1 }] });
    const key = newKey();
    const first = await stage.call('POST', path, { body: {}, key });
    assert.deepEqual([first.status, first.problem.code], [502, 'upstream_unavailable']);
    assert.equal(first.headers['retry-after'], '2');
    const { id } = (await stage.create({ key })).onboarding;
    assert.deepEqual(
      there().map((one) => one.id),
      [id],
    );
  });

  test('what never arrived is created by the next attempt, and its neighbour by a millisecond is not adopted', async () => {
    await stage.clear();
    stage.simulator.configure({ faults: [{ kind: 'drop', on: 'create', times: 1 }] });
    const key = newKey();
    assert.equal((await stage.call('POST', path, { body: {}, key })).status, 502);
    const date = Date.parse(String(newBody(stage.sent[0]?.body)['expiration_date']));
    for (const neighbour of [date - 1, date + 1]) {
      const expiration_date = new Date(neighbour).toISOString();
      await fetch(`${stage.edlinkUrl}${stage.sent[0]!.path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ application_id: applicationId, expiration_date }),
      });
    }
    const neighbours = there().map((one) => one.id);
    const { id } = (await stage.create({ key })).onboarding;
    assert.equal(neighbours.length, 2);
    assert.ok(!neighbours.includes(id));
  });

  test('one that has expired is given to nobody, and its key has ended', async () => {
    await stage.clear();
    const key = newKey();
    const { id } = (await stage.create({ key })).onboarding;
    const expired = { expiration_date: new Date(Date.now() - 1_000).toISOString() };
    stage.simulator.configure({ faults: [{ kind: 'override', on: 'read', times: 1, fields: expired }] });
    assert.notEqual((await stage.create()).onboarding.id, id);
    assert.equal((await stage.call('POST', path, { body: {}, key })).status, 409);
  });

  test('a refusal frees the key', async () => {
    await stage.clear();
    const key = newKey();
    const unknown = await stage.call('POST', path, { key, body: { provider_id: crypto.randomUUID() } });
    assert.deepEqual([unknown.status, unknown.problem.field], [422, 'provider_id']);
    await stage.create({ key });
  });
}
