import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { longestExternalId } from '../../src/contract/link.js';
import type { Fault } from '../../src/links/line.js';
import { link, reviewed, seed } from './samples.js';

const size = 1000;
const planted = 40;

interface Written {
  user: string;
  external_id: string;
  rest: string;
}

/** Members 1 to 1000; every tenth has a link already, and every seventh another one. Somebody else has the rest. */
const links = [
  ...Array.from({ length: size / 10 }, (_, index) => link(index * 10 + 1, `identity-${index * 10}`)),
  ...Array.from({ length: size / 7 }, (_, index) => link(index * 7 + 1, `other-${index}`)),
  ...Array.from({ length: size }, (_, index) => link(5000 + index, `taken-${index}`)),
];

const good = (index: number): Written => ({
  user: String(index + 1),
  external_id: `identity-${index}`,
  rest: '',
});

const wrongNumbers = [
  '456.0',
  '1 234',
  '0456',
  '４５６',
  '4.56E+02',
  'x',
  '-5',
  '=5',
  '1'.repeat(20),
  '5\u200b',
];

/** How a good line is spoilt; `first` is one above that stays good. */
const spoilers: Partial<
  Record<Fault['code'], (line: Written, index: number, first: Written) => Partial<Written>>
> = {
  not_a_number: (_line, index) => ({ user: wrongNumbers[index % wrongNumbers.length]! }),
  empty_user: (_line, index) => ({ user: ' '.repeat(index % 3) }),
  empty_external_id: (_line, index) => ({ external_id: ' '.repeat(index % 3) }),
  too_long: (_line, index) => ({ external_id: `${index} ${'x'.repeat(longestExternalId)}` }),
  duplicate_in_file: (_line, _index, { external_id }) => ({ external_id }),
  linked_already: (_line, index) => ({ external_id: `taken-${index}` }),
  extra_cells: () => ({ rest: 'external,more' }),
  saml2: () => ({ rest: 'saml2' }),
};

const kinds = Object.keys(spoilers) as (keyof typeof spoilers)[];

/** Where which fault is. The first line stays good, and a line that is there already has no faults. */
const plans = fc
  .tuple(
    fc.uniqueArray(
      fc.integer({ min: 2, max: size - 1 }).filter((index) => index % 10 !== 0),
      { minLength: planted, maxLength: planted },
    ),
    fc.array(fc.constantFrom(...kinds), { minLength: planted, maxLength: planted }),
  )
  .map(([places, codes]) => new Map(places.map((place, index) => [place, codes[index]!])));

function fileOf(plan: ReadonlyMap<number, keyof typeof spoilers>, newline: string): string {
  const firstGood = good(1);
  const rows = Array.from({ length: size }, (_, index) => {
    const line = good(index);
    const code = plan.get(index);
    const { user, external_id, rest } = { ...line, ...(code && spoilers[code]?.(line, index, firstGood)) };
    return [user, external_id, rest].join(',');
  });
  return [`user_id,external_id,link_type`, ...rows, ''].join(newline);
}

describe('a thousand lines with forty faults', () => {
  it('are marked in exactly these forty', (context: TestContext) => {
    context.diagnostic(`SEED=${seed}`);
    fc.assert(
      fc.property(plans, fc.constantFrom('\n', '\r\n', '\r'), (plan, newline) => {
        const lines = reviewed(fileOf(plan, newline), links);
        const found = lines.flatMap(({ line, faults }) => faults.map(({ code }) => [line, code]));
        const expected = [...plan].sort(([a], [b]) => a - b).map(([index, code]) => [index + 2, code]);
        assert.deepEqual(found, expected);
        assert.equal(lines.filter(({ there }) => there).length, size / 10);
      }),
      { seed, numRuns: 30 },
    );
  });
});
