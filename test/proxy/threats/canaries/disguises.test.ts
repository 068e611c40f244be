import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findSecret } from './disguises.js';

const secrets = ['canary-token/with+odd=signs', 'Änne Östlund <anne@district.example>', 'ключ & "quoted" 42'];
const ways: Record<string, (text: string) => string> = {
  plain: (text) => text,
  'a URL': (text) => encodeURI(text),
  'a query': (text) => encodeURIComponent(text),
  'a form': (text) => new URLSearchParams({ text }).toString(),
  'a URL in a URL': (text) => encodeURIComponent(encodeURIComponent(text)),
  JSON: (text) => JSON.stringify({ text }),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'bytes read as latin1': (text) => Buffer.from(text).toString('latin1'),
  ...Object.fromEntries(
    (['base64', 'base64url'] as const).flatMap((coding) =>
      [0, 1, 2, 3, 4].map((before) => [
        `${coding} after ${before}`,
        (text: string) => Buffer.from(`${'>'.repeat(before)}${text}>>`).toString(coding),
      ]),
    ),
  ),
};

describe('the search for secrets', () => {
  for (const [way, disguise] of Object.entries(ways)) {
    test(`finds them in ${way}`, () => {
      for (const secret of secrets) {
        assert.ok(findSecret(`before ${disguise(`before ${secret} after`)} after`, secret), secret);
        assert.equal(findSecret(disguise(`before ${secret.slice(0, -1)} after`), secret), undefined);
      }
    });
  }
});
