import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { Link } from '../../src/contract/link.js';
import { decode } from '../../src/links/decode.js';
import { exportCsv } from '../../src/links/export.js';
import { guessMapping } from '../../src/links/columns.js';
import { naughtyStrings, skipWithout, urlTexts } from '../contract/corpora.js';
import { link, reviewed, seed, tableOf } from './samples.js';

const strings = naughtyStrings();
/** UTF-8 has no half of a surrogate pair. */
const urls = urlTexts()
  .map(({ input }) => input)
  .filter((text) => !/\p{Surrogate}/u.test(text));

/** The texts of the file's first two columns, after it has been on a disk. */
const imported = (links: readonly Link[]): string[][] =>
  tableOf(decode(new TextEncoder().encode(exportCsv(links))))
    .rows.slice(1)
    .map(({ cells }) => cells.slice(0, 2));

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...Array.from('=+-@＝\'" \t\r\n,;|a')) }),
    fc.string({ unit: 'grapheme' }),
  ),
  { minLength: 1, maxLength: 30 },
);

function comesBack(externalIds: readonly string[]): void {
  const links = externalIds.map((external_id, index) => link(index + 1, external_id));
  assert.deepEqual(
    imported(links),
    externalIds.map((external_id, index) => [String(index + 1), external_id]),
  );
}

describe('an exported file', () => {
  it('is quoted, guarded, with CR LF and the mark that Excel reads', () => {
    const links = [
      link(1, 'a "b"', { id: 7, last_external_update: '2026-09-04T08:00:00.123456Z' }),
      link(null, '=1', { id: 8, link_type: 'saml2' }),
    ];
    assert.equal(
      exportCsv(links),
      [
        '\uFEFF"user_id","external_id","link_type","last_external_update","link_id"',
        '"1","a ""b""","external","2026-09-04T08:00:00.123456Z","7"',
        `"","'=1","saml2","","8"`,
        '',
      ].join('\r\n'),
    );
  });

  it('gives back every external id', (context: TestContext) => {
    context.diagnostic(`SEED=${seed}`);
    fc.assert(fc.property(texts, comesBack), { seed, numRuns: 2000 });
  });

  it('gives back naughty strings, together and alone', { skip: skipWithout(strings) }, () => {
    comesBack(strings);
    for (const text of strings) comesBack([text]);
  });

  it('gives back URLs', { skip: skipWithout(urls) }, () => comesBack(urls));

  it('has nothing to import where it came from', () => {
    const links = [link(1, 'a'), link(2, " '=b;@c "), link(2, 'd', { link_type: 'saml2' }), link(3, 'a')];
    const lines = reviewed(exportCsv(links), links);
    assert.deepEqual(
      lines.map(({ there }) => there),
      links,
    );
  });

  it('has all to import where nothing is, but for what nobody can', () => {
    const links = [link(1, 'a'), link(2, '=b'), link(3, 'c', { link_type: 'saml2' }), link(null, 'd')];
    const lines = reviewed(exportCsv(links));
    assert.deepEqual(
      lines.map(({ faults }) => faults.map(({ code }) => code)),
      [[], [], ['saml2'], ['empty_user']],
    );
    assert.equal(lines[1]?.external_id, '=b');
  });

  it('has columns even without links', () => {
    const { hasHeader, user_id, external_id } = guessMapping(tableOf(exportCsv([])));
    assert.deepEqual([hasHeader, user_id, external_id], [true, 0, 1]);
  });
});
