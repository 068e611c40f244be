import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failureOf } from '../../../src/proxy/links/pathwright-failures.js';

type Call = Parameters<typeof failureOf>[2];

const about: Record<string, Partial<Call>> = {
  list: { operation: 'listLinks' },
  page: { operation: 'listLinks', query: new URLSearchParams('page=2') },
  creation: { operation: 'createLink', body: {} },
  deletion: { operation: 'deleteLink', id: '7' },
};

const texts = ['x'];
const rows: [status: number, body: unknown, call: string, expected: string][] = [
  [401, undefined, 'list', 'refused upstream_credentials'],
  [403, { detail: 'x' }, 'creation', 'refused upstream_credentials'],
  [403, { detail: 'x' }, 'deletion', 'refused upstream_credentials'],
  [404, { detail: 'x' }, 'list', 'refused upstream_credentials'],
  [404, { detail: 'x' }, 'creation', 'refused upstream_credentials'],
  [404, undefined, 'deletion', 'refused not_found'],
  [404, { detail: 'x' }, 'page', 'refused invalid_request cursor'],
  [400, { detail: 'x' }, 'page', 'refused invalid_request cursor'],
  [400, { detail: 'x' }, 'list', 'refused upstream_unavailable'],
  [400, { detail: 'x' }, 'deletion', 'refused upstream_unavailable'],
  [400, { external_id: texts }, 'creation', 'refused invalid_request external_id'],
  [400, { user_id: texts }, 'creation', 'refused invalid_request user_id'],
  [400, { user: texts }, 'creation', 'refused invalid_request user_id'],
  [400, { user_id: texts, external_id: texts }, 'creation', 'refused invalid_request external_id'],
  [400, { non_field_errors: texts }, 'creation', 'refused conflict'],
  [400, { detail: 'x' }, 'creation', 'refused invalid_request'],
  [400, { secret_field: texts }, 'creation', 'refused invalid_request'],
  [400, ['external_id'], 'creation', 'refused invalid_request'],
  [400, 'external_id', 'creation', 'refused invalid_request'],
  [400, null, 'creation', 'refused invalid_request'],
  [400, undefined, 'creation', 'refused invalid_request'],
  [409, undefined, 'creation', 'refused conflict'],
  [409, undefined, 'deletion', 'refused upstream_unavailable'],
  [405, undefined, 'creation', 'refused upstream_unavailable'],
  [422, { external_id: texts }, 'creation', 'refused upstream_unavailable'],
  ...[302, 408, 425, 499, 500, 503].map((status): (typeof rows)[number] => [
    status,
    { external_id: texts },
    'creation',
    'unknown upstream_unavailable',
  ]),
];

describe('a refusal of Pathwright’s', () => {
  for (const [status, body, call, expected] of rows)
    test(`${status} ${JSON.stringify(body)} for a ${call} is ${expected}`, () => {
      const { effect, code, notes } = failureOf(status, body, about[call] as Call);
      assert.equal([effect, code, notes.field].filter(Boolean).join(' '), expected);
    });
});
