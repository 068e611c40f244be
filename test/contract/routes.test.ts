import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  clientHeader,
  idempotencyHeader,
  idempotencyKeyPattern,
  listCaps,
  listFilters,
  routes,
} from '../../src/contract/routes.js';

// What is agreed with proxies that other people wrote: a change here breaks them.
describe('the agreement with foreign proxies', () => {
  it('has these routes and no other', () => {
    assert.deepEqual(
      Object.values(routes).map(({ method, path, right }) => `${method} ${path}: ${right}`),
      [
        'POST onboardings: create',
        'GET onboardings: read',
        'GET onboardings/{id}: read',
        'DELETE onboardings/{id}: delete',
        'GET links: links:read',
        'POST links: links:write',
        'DELETE links/{id}: links:write',
      ],
    );
  });

  it('has these headers', () => {
    assert.deepEqual(clientHeader, { name: 'X-Requested-With', value: 'connect-district' });
    assert.equal(idempotencyHeader, 'Idempotency-Key');
  });

  it('has these filters and caps', () => {
    assert.deepEqual(listFilters, ['state', 'provider_id', 'application_id', 'integration_id', 'user_id']);
    assert.deepEqual(listCaps, { ids: 50, limit: 100 });
  });

  it('has keys of 16 to 128 visible characters', () => {
    for (const key of ['0123456789abcdef', crypto.randomUUID(), 'x'.repeat(128), '~_.-~_.-~_.-~_.-'])
      assert(idempotencyKeyPattern.test(key), key);
    for (const key of [
      '',
      '0123456789abcde',
      'x'.repeat(129),
      'with a space in it',
      'with-a-new-line-\n',
      'ü'.repeat(20),
    ])
      assert(!idempotencyKeyPattern.test(key), key);
  });
});
