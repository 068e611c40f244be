import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import {
  longestRetryAfter,
  problemCodes,
  problemSchema,
  readRetryAfter,
} from '../../src/contract/problem.js';

describe('a problem', () => {
  it('has one of the agreed codes', () => {
    assert.deepEqual([...problemCodes].sort(), [
      'conflict',
      'forbidden',
      'host_not_ready',
      'integration_conflict',
      'invalid_request',
      'invalid_response',
      'misconfigured',
      'network',
      'not_allowed',
      'not_found',
      'rate_limited',
      'unauthorized',
      'upstream_credentials',
      'upstream_unavailable',
    ]);
    for (const code of problemCodes) assert(v.is(problemSchema, { code }));
  });

  it('is none without one, or with texts that are none', () => {
    for (const body of [
      {},
      { code: 'NOT_FOUND' },
      { code: '' },
      { code: null },
      { code: ['conflict'] },
      null,
      'conflict',
    ])
      assert(!v.is(problemSchema, body), JSON.stringify(body));
    for (const name of ['title', 'detail', 'field'])
      assert(!v.is(problemSchema, { code: 'conflict', [name]: 7 }), name);
  });

  it('may say more, which is not read', () => {
    const body = { type: 'about:blank', status: 409, code: 'conflict', title: 'Conflict', instance: '/x' };
    assert.deepEqual(v.parse(problemSchema, body), { code: 'conflict', title: 'Conflict' });
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 8, 4, 8);
  const table: [string | null, number | undefined][] = [
    [null, undefined],
    ['', undefined],
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['600', 600_000],
    ['601', longestRetryAfter],
    ['9'.repeat(400), longestRetryAfter],
    ['Fri, 04 Sep 2026 08:00:30 GMT', 30_000],
    ['Fri, 04 Sep 2026 07:59:00 GMT', 0],
    ['Sat, 05 Sep 2026 08:00:00 GMT', longestRetryAfter],
    ['Xyz, 99 Abc 2026 99:99:99 GMT', undefined],
    ['2026-09-04T08:00:30Z', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['+7', undefined],
    ['7, 8', undefined],
    ['1e3', undefined],
    ['soon', undefined],
    ['7 seconds or so', undefined],
    ['<script>', undefined],
  ];
  for (const [header, wait] of table)
    it(`"${(header ?? 'none').slice(0, 30)}" is ${wait ?? 'nothing'}`, () =>
      assert.equal(readRetryAfter(header, now), wait));

  it('is ten minutes at most', () => assert.equal(longestRetryAfter, 10 * 60_000));
});
