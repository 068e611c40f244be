import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode } from '../../src/links/decode.js';

const text = 'user_id;external_id\r\n456;señor é ✓';

describe('the bytes of a file', () => {
  const files: Record<string, Buffer> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a mark': Buffer.from(`\uFEFF${text}`),
    'UTF-16, little end first': Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'UTF-16, big end first': Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  };
  for (const [encoding, bytes] of Object.entries(files))
    it(`are read as ${encoding}`, () => assert.equal(decode(bytes), text));

  it('are those of a Western spreadsheet if they are no UTF-8', () => {
    assert.equal(decode(Buffer.from('456,señor', 'latin1')), '456,señor');
  });

  it('may be none', () => assert.equal(decode(new Uint8Array()), ''));
});
