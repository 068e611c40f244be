import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SimulatorSettingsPatch } from '../../../src/simulator/index.js';
import { token } from '../canaries.js';
import { path, type Stage } from '../stage.js';

type Fault = NonNullable<SimulatorSettingsPatch['faults']>[number];

const failures: (readonly [Fault, status: number, code: string])[] = [
  [{ kind: 'html-200' }, 502, 'invalid_response'],
  [{ kind: 'non-json' }, 502, 'invalid_response'],
  [{ kind: 'huge', bytes: 20_000_000 }, 502, 'invalid_response'],
  [{ kind: 'override', fields: { id: '035d6dd6-1569-47b2-8ed8-63435be58078' } }, 502, 'invalid_response'],
  [{ kind: 'override', fields: { state: 7 } }, 502, 'invalid_response'],
  [{ kind: 'override', fields: { integration_id: 'x' } }, 502, 'invalid_response'],
  [{ kind: 'override', fields: { expiration_date: 'tomorrow' } }, 502, 'invalid_response'],
  [{ kind: 'html-500' }, 502, 'upstream_unavailable'],
  [{ kind: 'redirect' }, 502, 'upstream_unavailable'],
  [{ kind: 'drop' }, 502, 'upstream_unavailable'],
  [{ kind: 'edlink-error', code: 'INTERNAL' }, 502, 'upstream_unavailable'],
  [{ kind: 'edlink-error', code: 'INVALID_TOKEN' }, 502, 'upstream_credentials'],
  [{ kind: 'edlink-error', code: 'NO_PERMISSION' }, 502, 'upstream_credentials'],
];

export function testFailures(stage: Stage): void {
  test('what Edlink gets wrong is told by a code, and nothing of its answer is passed on', async () => {
    const headers = { 'Cache-Control': 'no-cache' };
    for (const [fault, status, code] of failures) {
      await stage.clear();
      const { id } = (await stage.create()).onboarding;
      stage.simulator.configure({ faults: [{ ...fault, on: 'read', times: 1 }] });
      const answer = await stage.call('GET', `${path}/${id}`, { headers });
      assert.deepEqual([answer.status, answer.problem.code], [status, code], JSON.stringify(fault));
      assert.equal(answer.headers['content-type'], 'application/problem+json');
    }
  });

  for (const errorStatus of ['by-code', 'always-400'] as const) {
    test(`Edlink’s code is judged before its status: ${errorStatus}`, async () => {
      await stage.clear();
      stage.simulator.configure({ errorStatus });
      const { id } = (await stage.create()).onboarding;
      await stage.call('DELETE', `${path}/${id}`);
      assert.equal((await stage.call('GET', `${path}/${id}`)).status, 404);
      stage.simulator.configure({ expiredTokens: [token] });
      const { status, problem } = await stage.call('POST', path, { body: {} });
      assert.deepEqual([status, problem.code], [502, 'upstream_credentials']);
      stage.simulator.configure({ expiredTokens: [] });
    });
  }

  test('every way of writing "none" is null, with and without an envelope', async () => {
    for (const noneAs of ['null', 'absent', 'zero'] as const) {
      for (const envelope of [true, false]) {
        await stage.clear();
        stage.simulator.configure({ noneAs, envelope });
        const { onboarding } = await stage.create();
        const { provider_id, team_id, user_id, integration_id } = onboarding;
        assert.deepEqual([provider_id, team_id, user_id, integration_id], [null, null, null, null]);
      }
    }
  });

  test('Edlink’s 429 is obeyed for everybody', async () => {
    await stage.clear();
    stage.simulator.configure({ faults: [{ kind: 'rate-limit', times: 1, seconds: 2 }] });
    const first = await stage.call('POST', path, { body: {} });
    assert.deepEqual([first.status, first.problem.code], [429, 'rate_limited']);
    const other = await stage.call('POST', path, { body: {}, as: 'ben' });
    assert.equal(other.status, 429);
    assert.match(String(other.headers['retry-after']), /^[12]$/);
    assert.equal(stage.sent.length, 1);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await stage.create();
  });
}
