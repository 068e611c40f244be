import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { edlinkErrorCode, unwrap } from '../../src/contract/envelope.js';
import { onboardingSchema } from '../../src/contract/onboarding.js';
import { problemSchema, readRetryAfter } from '../../src/contract/problem.js';
import { isUuid } from '../../src/contract/uuid.js';
import { jsonBodies, naughtyStrings, skipWithout } from './corpora.js';
import { ourId } from './samples.js';

const strings = naughtyStrings();
const bodies = jsonBodies();

describe('naughty strings', { skip: skipWithout(strings) }, () => {
  it('are no UUIDs', () => {
    for (const text of strings) {
      assert(!isUuid(text), text);
      assert(!v.is(onboardingSchema, { id: text, state: 'created' }), text);
    }
  });

  it('are states that say nothing, and pass unchanged', () => {
    for (const state of strings) assert.equal(v.parse(onboardingSchema, { id: ourId, state }).state, state);
  });

  it('are no problem codes, and no error to read', () => {
    for (const code of strings) {
      assert(!v.is(problemSchema, { code }), code);
      assert.equal(edlinkErrorCode({ $error: code }), code);
    }
  });

  it('make nobody wait longer than ten minutes', () => {
    for (const text of strings) {
      const wait = readRetryAfter(text, 0) ?? 0;
      assert(wait >= 0 && wait <= 600_000, text);
    }
  });
});

describe('JSON of all kinds', { skip: skipWithout(bodies) }, () => {
  it('is never an onboarding, and never breaks the reading', () => {
    let read = 0;
    for (const { name, bytes } of bodies) {
      let body: unknown;
      try {
        body = JSON.parse(bytes.toString());
      } catch {
        assert(!name.startsWith('y_'), name);
        continue;
      }
      read++;
      assert(!v.is(onboardingSchema, unwrap(body)), name);
      assert(!v.is(problemSchema, body), name);
      assert.equal(edlinkErrorCode(body), undefined, name);
    }
    assert(read > 90);
  });
});
