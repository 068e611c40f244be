import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { linkRequestSchema, longestExternalId } from '../../src/contract/link.js';
import { isWritable, type Line } from '../../src/links/line.js';
import { link, reviewed } from './samples.js';

const header = 'user_id,external_id';

/** The line under the header, or the n-th. */
const only = (text: string, links = [link(1, 'one')], index = 0): Line =>
  reviewed(`${header}\n${text}`, links)[index]!;
const codes = ({ faults }: Line): string[] => faults.map(({ code }) => code);
const warned = ({ warnings }: Line): string[] => warnings.map(({ code }) => code);

describe('a line without a fault', () => {
  it('is written as it stands there', () => {
    assert.deepEqual(only(' 456 , x '), {
      line: 2,
      user: '456',
      external_id: 'x',
      user_id: 456,
      there: undefined,
      faults: [],
      warnings: [],
    });
  });

  it('may be followed by separators', () => assert.deepEqual(codes(only('456,x,,')), []));

  it('is what the contract takes, and no other is', () => {
    const users = ['1', '0', '01', '9007199254740991', '9007199254740992', '1e3', '-1', 'x'];
    const externalIds = ['x', '', ' ', 'x'.repeat(longestExternalId), 'x'.repeat(longestExternalId + 1)];
    for (const user of users)
      for (const external_id of externalIds) {
        const line = only(`${user},"${external_id}"`);
        // what is a number only once it has been guessed is none
        const user_id = String(Number(user)) === user ? Number(user) : NaN;
        const isRight = v.is(linkRequestSchema, { user_id, external_id });
        assert.equal(isWritable(line), isRight, `${user},${external_id.slice(0, 9)}`);
      }
  });
});

describe('a line is marked', () => {
  const faulty: Record<string, string[]> = {
    'x,y': ['not_a_number'],
    '456.0,y': ['not_a_number'],
    '"1,234",y': ['not_a_number'],
    '0456,y': ['not_a_number'],
    '４５６,y': ['not_a_number'],
    '4.56E+02,y': ['not_a_number'],
    '12345678901234567890,y': ['not_a_number'],
    '-4,y': ['not_a_number'],
    ',y': ['empty_user'],
    '456,': ['empty_external_id'],
    '456': ['empty_external_id'],
    [`456,"'  "`]: ['empty_external_id'],
    [`456,${'y'.repeat(longestExternalId + 1)}`]: ['too_long'],
    '456,Smith, John': ['extra_cells'],
    '456,"a"b': ['broken_quotes'],
    '456,"a': ['broken_quotes'],
    '456,one': ['linked_already'],
    'x,': ['not_a_number', 'empty_external_id'],
    // whose it would be, nobody knows
    'x,one': ['not_a_number'],
  };
  for (const [text, faults] of Object.entries(faulty))
    it(`${faults.join(' and ')}: ${text.slice(0, 30)}`, () => {
      assert.deepEqual(codes(only(text)), faults);
      assert(!isWritable(only(text)));
    });

  it('with the first one that has its external id', () => {
    const lines = reviewed(`${header}\n1,a\n2,b\n1,a\n3,a\n,a`);
    assert.deepEqual(
      lines.map(({ faults }) => faults),
      [
        [],
        [],
        [{ code: 'duplicate_in_file', line: 2 }],
        [{ code: 'duplicate_in_file', line: 2 }],
        [{ code: 'empty_user' }, { code: 'duplicate_in_file', line: 2 }],
      ],
    );
  });

  it('even if the first one is faulty itself', () => {
    assert.deepEqual(codes(only('x,a\n1,a', [], 1)), ['duplicate_in_file']);
  });

  it('not for being as empty as another', () => {
    assert.deepEqual(codes(only('1,\n2,', [], 1)), ['empty_external_id']);
  });

  it('with the link that has its external id, whoever has it', () => {
    const links = [link(7, 'a'), link(null, 'b')];
    const lines = reviewed(`${header}\n1,a\n2,b`, links);
    assert.deepEqual(
      lines.map(({ faults }) => faults),
      links.map((other) => [{ code: 'linked_already', link: other }]),
    );
  });

  it('as SAML2, which nobody can import', () => {
    const [line] = reviewed('user_id,external_id,link_type\n1,a,saml2');
    assert.deepEqual(codes(line!), ['saml2']);
  });
});

describe('a line that is there already', () => {
  const own = link(1, 'a');
  const lines = reviewed(`${header}\n1,a\n1,a`, [own, link(2, 'a'), link(1, 'A')]);

  it('is no fault, however often, and needs nothing', () => {
    for (const { there, faults, warnings } of lines)
      assert.deepEqual({ there, faults, warnings }, { there: own, faults: [], warnings: [] });
  });

  it('is not written', () => assert(!lines.some(isWritable)));

  it('may be a SAML2 link', () => {
    const saml2 = link(1, 'a', { link_type: 'saml2' });
    const [line] = reviewed('user_id,external_id,link_type\n1,a,saml2', [saml2]);
    assert.equal(line?.there, saml2);
    assert.deepEqual(line.faults, []);
  });
});

describe('a line is looked at twice', () => {
  it('when its member has other links', () => {
    const links = [link(456, 'a'), link(456, 'b'), link(7, 'c')];
    assert.deepEqual(only('456,x', links).warnings, [{ code: 'has_other_link', links: links.slice(0, 2) }]);
  });

  it('when an earlier line has its member', () => {
    assert.deepEqual(only('456,a\n456,b', [], 1).warnings, [{ code: 'has_other_line', line: 2 }]);
    assert.deepEqual(warned(only('456,a\n456,b', [])), []);
  });

  it('when a link looks the same', () => {
    const links = [link(7, 'Ana@Example.org'), link(8, 'se\u0301')];
    assert.deepEqual(only('456,ana@example.org', links).warnings, [
      { code: 'looks_like_link', link: links[0]! },
    ]);
    assert.deepEqual(only('456,S\u00c9', links).warnings, [{ code: 'looks_like_link', link: links[1]! }]);
  });

  it('when another line looks the same, both', () => {
    assert.deepEqual(only('1,a\n2,A', []).warnings, [{ code: 'looks_like_line', line: 3, external_id: 'A' }]);
    assert.deepEqual(only('1,a\n2,A', [], 1).warnings, [
      { code: 'looks_like_line', line: 2, external_id: 'a' },
    ]);
    assert.deepEqual(warned(only('1,a\n1,a\n2,A', [])), ['looks_like_line']);
  });

  it('when a later one claims its external id for another member', () => {
    assert.deepEqual(only('1,a\n1,a\n2,a', []).warnings, [{ code: 'claimed_again', line: 4 }]);
    assert.deepEqual(only('1,a\n1,a', []).warnings, []);
    assert.deepEqual(only('1,a\n2,a\n3,a', [], 2).warnings, []);
  });

  it('and is written if somebody wants it so', () => {
    assert(isWritable(only('456,ONE', [link(456, 'one')])));
  });
});
