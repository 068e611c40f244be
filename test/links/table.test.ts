import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { separators } from '../../src/links/table.js';
import { tableOf } from './samples.js';

const rows = [
  ['user_id', 'external_id'],
  ['456', 'ana@example.org'],
  ['457', 'Smith, John'],
];

const cellsOf = (text: string, separator?: string): (readonly string[])[] =>
  tableOf(text, separator).rows.map(({ cells }) => cells);
const linesOf = (text: string): number[] => tableOf(text).rows.map(({ line }) => line);

const written = (separator: string, newline: string): string =>
  rows
    .map((cells) => cells.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator))
    .join(newline);

describe('a table', () => {
  for (const separator of separators)
    for (const newline of ['\n', '\r\n', '\r'])
      it(`is read with ${JSON.stringify([separator, newline])}`, () => {
        const text = written(separator, newline);
        assert.deepEqual(cellsOf(text), rows);
        assert.deepEqual(cellsOf(`\uFEFF${text}${newline}${newline}`), rows);
        assert.equal(tableOf(text).separator, separator);
      });

  it('is read with the separator that a person says', () => {
    assert.deepEqual(cellsOf('456,a;b\n457,c;d'), [
      ['456,a', 'b'],
      ['457,c', 'd'],
    ]);
    assert.deepEqual(cellsOf('456,a;b\n457,c;d', ','), [
      ['456', 'a;b'],
      ['457', 'c;d'],
    ]);
  });

  it('is read with blank lines between', () => {
    assert.deepEqual(cellsOf('user_id;external_id\n\n456;a\n\n457;b'), [
      ['user_id', 'external_id'],
      ['456', 'a'],
      ['457', 'b'],
    ]);
  });

  it('may have a single column', () => assert.deepEqual(cellsOf('a\nb'), [['a'], ['b']]));

  for (const nothing of ['', '\uFEFF', '\r\n\r\n', ' \t\n'])
    it(`has no rows in ${JSON.stringify(nothing)}`, () => assert.deepEqual(cellsOf(nothing), []));

  it('has lines that several programs have written', () => {
    assert.deepEqual(cellsOf('user_id,external_id\n456,"a"\r\n457,b\n458,"c"\r\n'), [
      ['user_id', 'external_id'],
      ['456', 'a'],
      ['457', 'b'],
      ['458', 'c'],
    ]);
  });

  it('has cells with spaces around', () => {
    assert.deepEqual(cellsOf(' 456 , a b\u00a0\n457,"c" '), [
      ['456', 'a b'],
      ['457', 'c'],
    ]);
  });

  it('keeps quotes, separators and new lines in quoted cells', () => {
    assert.deepEqual(cellsOf('456,"a ""b"", c\r\nd"\r\n457,5" disk'), [
      ['456', 'a "b", c\r\nd'],
      ['457', '5" disk'],
    ]);
    assert.deepEqual(cellsOf('456,"a\nb"\r457,c'), [
      ['456', 'a\nb'],
      ['457', 'c'],
    ]);
  });
});

describe('the lines of a table', () => {
  it('are counted as an editor does, blank ones too', () => {
    assert.deepEqual(linesOf('a,b\n\n1,x\n , \n2,y\n'), [1, 3, 5]);
    assert.deepEqual(linesOf('a,b\r\n\r\n1,"x\r\n\ny"\r\n2,z\r\n'), [1, 3, 6]);
    assert.deepEqual(linesOf('a,b\r1,x\r2,y'), [1, 2, 3]);
    assert.deepEqual(linesOf('a,b\n1,x\r\n2,y\r\n'), [1, 2, 3]);
  });

  for (const broken of ['456,"a\n457,b', '456,"a"b\n457,c'])
    it(`are broken in ${JSON.stringify(broken)}`, () => {
      const { rows } = tableOf(`user_id,external_id\n${broken}`);
      assert.deepEqual(
        rows.map(({ isBroken }) => isBroken),
        [false, true, ...rows.slice(2).map(() => false)],
      );
    });
});
