import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edlinkErrorCode, unwrap } from '../../src/contract/envelope.js';

describe('an envelope', () => {
  const object = { id: 'x' };
  for (const [what, body, inside] of [
    ['a bare object', object, object],
    ['$data', { $data: object, $request: 'y', $warnings: [] }, object],
    ['$data that is null', { $data: null }, { $data: null }],
    ['null', null, null],
    ['a text', 'text', 'text'],
    ['nothing', undefined, undefined],
  ] as const)
    it(`is opened or left: ${what}`, () => assert.deepEqual(unwrap(body), inside));

  it('is opened once', () => {
    assert.deepEqual(unwrap({ $data: { $data: object } }), { $data: object });
  });
});

describe('Edlink’s error code', () => {
  for (const [what, body, code] of [
    ['in $errors', { $request: 'x', $errors: [{ code: 'NOT_FOUND', message: 'no' }] }, 'NOT_FOUND'],
    ['the first of several', { $errors: [{ code: 'A' }, { code: 'B' }] }, 'A'],
    ['in $error, an object', { $error: { code: 'INVALID_TOKEN' } }, 'INVALID_TOKEN'],
    ['in $error, a text', { $error: 'INVALID_TOKEN' }, 'INVALID_TOKEN'],
    ['in $errors, a text', { $errors: ['NOT_FOUND'] }, 'NOT_FOUND'],
    ['no errors', { $errors: [] }, undefined],
    ['a code that is no text', { $errors: [{ code: 7 }] }, undefined],
    ['$errors that is no list', { $errors: { code: 'NOT_FOUND' } }, undefined],
    ['a problem of ours', { code: 'not_found' }, undefined],
    ['null', null, undefined],
    ['a text', '<html>', undefined],
    ['null in the list', { $errors: [null] }, undefined],
    ['null for an error', { $error: null }, undefined],
  ] as const)
    it(`is found or not: ${what}`, () => assert.equal(edlinkErrorCode(body), code));
});
