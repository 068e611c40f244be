import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problem } from '../../src/proxy/answers.js';
import { failureOf } from '../../src/proxy/edlink-failures.js';
import { invalid } from '../../src/proxy/failure.js';

type EdlinkCall = Parameters<typeof failureOf>[2];

describe('a refusal of Edlink’s', () => {
  const about: Record<string, Partial<EdlinkCall>> = {
    one: { operation: 'read', id: crypto.randomUUID() },
    list: { operation: 'list' },
    creation: { operation: 'create', body: {} },
    'creation for a team': { operation: 'create', body: { team_id: crypto.randomUUID() } },
  };
  const rows: [
    status: number,
    code: string | undefined,
    call: string,
    effect: string,
    is: string,
    field?: string,
  ][] = [
    [400, 'INVALID_TOKEN', 'list', 'refused', 'upstream_credentials'],
    [400, 'EXPIRED_TOKEN', 'one', 'refused', 'upstream_credentials'],
    [403, undefined, 'creation', 'refused', 'upstream_credentials'],
    [403, 'NO_PERMISSION', 'creation for a team', 'refused', 'not_allowed', 'team_id'],
    [400, 'NOT_FOUND', 'one', 'refused', 'not_found'],
    [404, undefined, 'one', 'refused', 'not_found'],
    [404, undefined, 'list', 'refused', 'upstream_credentials'],
    [400, 'UNKNOWN_PROVIDER', 'creation', 'refused', 'invalid_request', 'provider_id'],
    [400, 'INVALID_CURSOR', 'list', 'refused', 'invalid_request', 'cursor'],
    [400, 'INTERNAL', 'creation', 'unknown', 'upstream_unavailable'],
    [418, 'TEAPOT', 'creation', 'refused', 'upstream_unavailable'],
    [409, undefined, 'creation', 'unknown', 'upstream_unavailable'],
    [409, undefined, 'one', 'refused', 'upstream_unavailable'],
    [500, 'NOT_FOUND', 'one', 'unknown', 'upstream_unavailable'],
    [302, undefined, 'one', 'unknown', 'upstream_unavailable'],
  ];
  for (const [status, code, call, effect, is, field] of rows)
    test(`${status} ${code} for ${call} is ${is}, ${effect}`, () => {
      const failure = failureOf(status, code && { $errors: [{ code }] }, about[call] as EdlinkCall);
      assert.deepEqual([failure.effect, failure.code, failure.notes.field], [effect, is, field]);
    });
});

describe('a problem', () => {
  test('says of a mistake nothing but that it is ours', async () => {
    const answer = problem(new Error('a secret'));
    const body = (await answer.json()) as object;
    assert.deepEqual(body, {
      type: 'about:blank',
      title: 'This server is not ready',
      status: 500,
      code: 'host_not_ready',
    });
    assert.equal(answer.status, 500);
  });

  test('repeats no long name of a field', async () => {
    const { field } = (await problem(invalid('x'.repeat(101), 'no')).json()) as { field: string };
    assert.equal(field, 'x'.repeat(100));
  });
});
