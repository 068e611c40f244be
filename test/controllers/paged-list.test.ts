import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPagedList, EndlessListError, type Page } from '../../src/controllers/paged-list.js';

interface Row {
  id: number;
  name: string;
}

const rowsUpTo = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `row ${index + 1}` }));

/** A server with pages of seven, every fifth of them empty, that can be told to fail. */
function server(all: Row[], size = 7) {
  const asked: (string | undefined)[] = [];
  const failures: Error[] = [];
  const readPage = async (cursor: string | undefined): Promise<Page<Row>> => {
    asked.push(cursor);
    await Promise.resolve();
    const failure = failures.shift();
    if (failure) throw failure;
    const [at = 0, isEmpty = false] = JSON.parse(cursor ?? '[]') as [number?, boolean?];
    if (isEmpty) return { rows: [], next: JSON.stringify([at]) };
    const end = at + size;
    const next = end < all.length ? JSON.stringify([end, end % (5 * size) === 0]) : undefined;
    // Lists that shift while they are read bring a row twice.
    return { rows: all.slice(Math.max(0, at - 1), end), next };
  };
  return { asked, failures, readPage };
}

function listOf(readPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>) {
  let changes = 0;
  const list = createPagedList<Row, number>({
    readPage,
    idOf: ({ id }) => id,
    changed: () => (changes += 1),
  });
  return { list, changes: () => changes };
}

describe('a list that is read page by page', () => {
  it('has each of 2,500 rows once, in pages of 7, short, empty and overlapping', async () => {
    const all = rowsUpTo(2500);
    const { list } = listOf(server(all).readPage);
    await list.begin();
    await list.loadAll();
    assert.equal(list.status, 'complete');
    assert.deepEqual(list.rows, all);
  });

  it('gathers a hundred rows at a time, and goes on where it was', async () => {
    const { asked, readPage } = server(rowsUpTo(300));
    const { list } = listOf(readPage);
    await list.begin();
    assert.deepEqual([list.status, list.rows.length], ['more', 105]);
    const before = asked.length;
    await list.loadMore();
    assert.deepEqual([list.status, list.rows.length], ['more', 210]);
    assert.ok(asked.slice(before).every((cursor) => cursor !== undefined));
    await list.loadMore();
    assert.deepEqual([list.status, list.rows.length], ['complete', 300]);
  });

  it('keeps what is loaded after a failure, and tries the same cursor again', async () => {
    const { asked, failures, readPage } = server(rowsUpTo(300));
    const { list } = listOf(readPage);
    await list.begin();
    failures.push(new Error('cut'));
    await list.loadMore();
    assert.deepEqual([list.status, list.rows.length], ['failed', 105]);
    assert.match(String(list.error), /cut/);
    const failed = asked.at(-1);
    await list.loadMore();
    assert.equal(asked.filter((cursor) => cursor === failed).length, 2);
    assert.deepEqual([list.status, list.rows.length], ['more', 210]);
  });

  it('raises what is wanted while it is reading, instead of reading twice', async () => {
    const { asked, readPage } = server(rowsUpTo(250));
    const { list } = listOf(readPage);
    await Promise.all([list.begin(), list.loadMore(), list.loadAll()]);
    assert.deepEqual([list.status, list.rows.length], ['complete', 250]);
    assert.equal(new Set(asked).size, asked.length);
  });

  it('drops an answer that comes after a new beginning', async () => {
    const slow: ((page: Page<Row>) => void)[] = [];
    const { list } = listOf(() => new Promise((resolve) => slow.push(resolve)));
    const first = list.begin();
    const second = list.begin();
    slow[1]?.({ rows: [{ id: 2, name: 'new' }], next: undefined });
    slow[0]?.({ rows: [{ id: 1, name: 'old' }], next: undefined });
    await Promise.all([first, second]);
    assert.deepEqual(list.rows, [{ id: 2, name: 'new' }]);
  });

  it('ends its request when it is stopped, and can go on', async () => {
    const { readPage } = server(rowsUpTo(20));
    const signals: AbortSignal[] = [];
    const { list } = listOf((cursor, signal) => {
      signals.push(signal);
      return readPage(cursor);
    });
    void list.begin();
    list.stop();
    assert.equal(signals[0]?.aborted, true);
    assert.equal(list.status, 'empty');
    await list.loadMore();
    assert.equal(list.rows.length, 20);
  });

  it('keeps the rows of a reload until those that replace them have come', async () => {
    let version = 1;
    const { readPage } = server(rowsUpTo(10), 4);
    const seen: string[] = [];
    const list = createPagedList<Row, number>({
      async readPage(cursor) {
        const page = await readPage(cursor);
        return { ...page, rows: page.rows.map((row) => ({ ...row, name: `version ${version}` })) };
      },
      idOf: ({ id }) => id,
      changed: () => seen.push(`${list.rows.length} of ${list.rows[0]?.name}`),
    });
    await list.begin();
    version = 2;
    seen.length = 0;
    await list.reload();
    assert.deepEqual([...new Set(seen)], ['10 of version 1', '10 of version 2']);
  });

  it('adds at the top, updates what is there, and takes nothing back that was removed', async () => {
    const { list, changes } = listOf(server(rowsUpTo(3)).readPage);
    await list.begin();
    list.add([{ id: 9, name: 'old' }]);
    list.add([{ id: 9, name: 'new' }]);
    list.update([
      { id: 2, name: 'changed' },
      { id: 77, name: 'not here' },
    ]);
    list.remove(1);
    const { rows } = list;
    assert.deepEqual(
      rows.map(({ id, name }) => `${id} ${name}`),
      ['9 new', '2 changed', '3 row 3'],
    );
    assert.equal(list.rows, rows);
    assert.ok(changes() > 4);
    await list.reload();
    assert.deepEqual(
      list.rows.map(({ id }) => id),
      [2, 3],
    );
  });

  it('is not led around in a circle', async () => {
    let requests = 0;
    const { list } = listOf(() => {
      requests++;
      return Promise.resolve({ rows: [{ id: 1, name: 'again' }], next: 'here' });
    });
    await list.begin();
    assert.equal(list.status, 'failed');
    assert.ok(list.error instanceof EndlessListError);
    assert.equal(requests, 2);
  });
});
