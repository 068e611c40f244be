import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSearch, fold, nextOrder, sorted } from '../../src/elements/shared/rows.js';

const names = (rows: readonly { name: string | null }[]) => rows.map(({ name }) => name);
const rowsOf = (...texts: (string | null)[]) => texts.map((name) => ({ name }));

describe('the search in rows', () => {
  const rows = rowsOf('Maple Valley', 'MÁLAGA Unificado', 'Straße 7', 'İzmir', 'مدرسة');
  const search = createSearch<{ name: string | null }>(({ name }) => name ?? '');

  for (const [typed, found] of [
    ['maple', 'Maple Valley'],
    ['valley maple', 'Maple Valley'],
    ['malaga', 'MÁLAGA Unificado'],
    ['UNIFICÁDO', 'MÁLAGA Unificado'],
    ['strasse', 'Straße 7'],
    ['izmir', 'İzmir'],
    ['مدرسة', 'مدرسة'],
  ] as const)
    it(`finds ${found} by ${typed}`, () => {
      assert.deepEqual(names(search(rows, typed)), [found]);
    });

  it('shows every row where nothing was typed, and none that lacks a word', () => {
    assert.equal(search(rows, '  '), rows);
    assert.deepEqual(search(rows, 'maple málaga'), []);
  });

  it('takes what was typed for text, not for a pattern', () => {
    assert.deepEqual(names(search(rowsOf('a.c', 'abc'), '.')), ['a.c']);
    assert.deepEqual(search(rowsOf('abc'), '.*('), []);
  });

  it('reads each row once', () => {
    let reads = 0;
    const counting = createSearch<object>(() => `row ${reads++}`);
    const many = Array.from({ length: 50 }, () => ({}));
    for (const typed of ['r', 'ro', 'row']) counting(many, typed);
    assert.equal(reads, 50);
  });

  it('folds what looks the same to the same', () => {
    assert.equal(fold('ﬁnance'), fold('FINANCE'));
    assert.equal(fold('e\u0301'), fold('É'));
  });
});

describe('the order of rows', () => {
  const sort = (texts: (string | null)[], direction: 'ascending' | 'descending', language = 'en') =>
    names(sorted(rowsOf(...texts), ({ name }) => name, direction, language));

  it('is that of the language, with numbers as numbers', () => {
    assert.deepEqual(sort(['USD 10', 'usd 9', 'Ångström', 'Zoo'], 'ascending'), [
      'Ångström',
      'usd 9',
      'USD 10',
      'Zoo',
    ]);
    assert.deepEqual(sort(['Ångström', 'Zoo'], 'ascending', 'sv'), ['Zoo', 'Ångström']);
  });

  it('has what is missing at the end, in both directions', () => {
    assert.deepEqual(sort([null, 'b', '', 'a'], 'ascending'), ['a', 'b', null, '']);
    assert.deepEqual(sort([null, 'b', '', 'a'], 'descending'), ['b', 'a', null, '']);
  });

  it('compares numbers as numbers and keeps equal rows as they were', () => {
    const rows = [
      { at: 10, id: 1 },
      { at: -9, id: 2 },
      { at: 10, id: 3 },
    ];
    assert.deepEqual(
      sorted(rows, ({ at }) => at, 'ascending', 'en').map(({ id }) => id),
      [2, 1, 3],
    );
    assert.deepEqual(
      sorted(rows, ({ at }) => at, 'descending', 'en').map(({ id }) => id),
      [1, 3, 2],
    );
  });

  it('takes a language that is none', () => {
    assert.deepEqual(sort(['b', 'a'], 'ascending', 'no language!'), ['a', 'b']);
  });

  it('turns around at the second click, and begins ascending', () => {
    const first = nextOrder(undefined, 'name');
    assert.deepEqual(first, { by: 'name', direction: 'ascending' });
    assert.deepEqual(nextOrder(first, 'name'), { by: 'name', direction: 'descending' });
    assert.deepEqual(nextOrder(nextOrder(first, 'name'), 'name'), first);
    assert.deepEqual(nextOrder(first, 'state'), { by: 'state', direction: 'ascending' });
  });
});
