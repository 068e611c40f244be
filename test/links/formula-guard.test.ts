import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { guard, unguard } from '../../src/links/formula-guard.js';
import { naughtyStrings, skipWithout } from '../contract/corpora.js';
import { seed } from './samples.js';

const strings = naughtyStrings();

/** What any spreadsheet may take for a formula: at the beginning, or after what some spreadsheet splits at. */
const runs = /(?:^|[,;|\t\r\n])["\s]*[=+\-@＝＋－＠]/;

/** Mostly of what matters here, so that it comes together. */
const cells = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('=+-@＝＋－＠\'" \t\r\n,;|aé\u00a0\ufeff')),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
});

describe('a guarded cell', () => {
  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＠x',
    '  =1',
    '"=1',
    'a;=1',
    'a, @b',
    'a\n-1',
    'a|"+1',
  ];
  for (const text of formulas)
    it(`does not run ${JSON.stringify(text)}`, () => {
      assert.match(text, runs);
      assert.doesNotMatch(guard(text), runs);
      assert.equal(unguard(guard(text)), text);
    });

  for (const text of ['456', 'x@example.org', 'a-b', 'a=b', "O'Neill", 'señor', 'CN=Ana,OU=School'])
    it(`leaves ${text} as it is`, () => assert.equal(guard(text), text));

  it('gives back whatever was guarded, and is none that runs', (context: TestContext) => {
    context.diagnostic(`SEED=${seed}`);
    fc.assert(
      fc.property(cells, (text) => {
        assert.doesNotMatch(guard(text), runs);
        assert.equal(unguard(guard(text)), text);
      }),
      { seed, numRuns: 20_000 },
    );
  });

  it('gives back naughty strings', { skip: skipWithout(strings) }, () => {
    for (const text of strings) {
      assert.doesNotMatch(guard(text), runs);
      assert.equal(unguard(guard(text)), text);
    }
  });
});

describe("a cell of somebody else's", () => {
  const cellsOfOthers = {
    '  456\u00a0': '456',
    "'=1": '=1',
    "'abc": "'abc",
    "'": "'",
    "''": "'",
    '': '',
  };
  for (const [cell, text] of Object.entries(cellsOfOthers))
    it(`${JSON.stringify(cell)} is ${JSON.stringify(text)}`, () => assert.equal(unguard(cell), text));
});
