import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { simulatorDefaults } from '../../../src/simulator/index.js';
import { otherSchool } from '../stage.js';
import { inWords, path, setSchoolStage, type SchoolStage } from './school-stage.js';

/** Every page from the first on, by `next`. */
async function readAll({ list }: SchoolStage): Promise<number[][]> {
  const pages: number[][] = [];
  let next: string | null | undefined;
  do {
    const { status, links } = await list(next);
    assert.equal(status, 200);
    pages.push(links.results.map(({ id }) => id));
    next = links.next;
  } while (next);
  return pages;
}

describe('pages of links', () => {
  for (const linkPaging of ['page', 'limit-offset', 'cursor'] as const) {
    test(`2,500 in pages of 7, by ${linkPaging}: each once`, async (context) => {
      const stage = await setSchoolStage(context, {}, { linkPaging, linkPageSize: 7 });
      const ids = stage.school.seedLinks(2_500).map(({ id }) => id);
      const pages = await readAll(stage);
      assert.equal(pages.length, Math.ceil(2_500 / 7));
      assert.deepEqual(
        pages.flat().sort((a, b) => a - b),
        ids,
      );
    });

    test(`lead back to the first one, by ${linkPaging}`, async (context) => {
      const { school, list } = await setSchoolStage(context, {}, { linkPaging, linkPageSize: 2 });
      school.seedLinks(6);
      const first = (await list()).links;
      const second = (await list(first.next)).links;
      const third = (await list(second.next)).links;
      assert.deepEqual([first.previous, third.next], [null, null]);
      assert.deepEqual((await list(third.previous)).links.results, second.results);
      assert.deepEqual((await list(second.previous)).links.results, first.results);
    });
  }

  test('show Pathwright’s rows, field for field, and no URL', async (context) => {
    const { school, list } = await setSchoolStage(context, {}, { linkPageSize: 1 });
    const [link] = school.seedLinks(3);
    const { text, links } = await list();
    assert.equal(links.count, 3);
    assert.deepEqual(links.results, [link]);
    assert.deepEqual(Object.keys(links), ['count', 'next', 'previous', 'results', '$host']);
    assert.doesNotMatch(text, /http|page=|pathwright/);
  });

  test('go without a row that cannot be understood, and count it', async (context) => {
    const fields = { secret: 'x' };
    const rows = [
      { id: 1, user: 456, link_type: 'external', external_id: 'a', last_external_update: null },
      { id: '2', user: 456, link_type: 'external', external_id: 'b' },
      null,
      { id: 4, link_type: 'oidc', external_id: '', last_external_update: '2017-10-09T21:36:40.707776Z' },
    ];
    const faults = [{ kind: 'override', fields, page: { count: 4, results: rows } }] as const;
    const { list } = await setSchoolStage(context, {}, { faults: [...faults] });
    const { links } = await list();
    assert.equal(links.count, 4);
    assert.deepEqual(links.results, [rows[0], { user: null, ...rows[3] }]);
  });
});

describe('a cursor of links', () => {
  test('is worth nothing to another tenant, for another list, or changed', async (context) => {
    const { school, list, call, simulator } = await setSchoolStage(context, {}, { linkPageSize: 1 });
    school.seedLinks(3);
    simulator.school(otherSchool).seedLinks(3);
    const { next } = (await list()).links;
    assert.equal((await list(next, { as: 'lea' })).status, 200, 'somebody else of the same tenant');
    assert.equal(inWords(await list(next, { as: 'ben' })), '422 invalid_request cursor');
    const elsewhere = await call('GET', `/edlink/onboardings?cursor=${next}`);
    assert.equal(inWords(elsewhere), '422 invalid_request cursor');
    assert.equal(inWords(await list(`${next}A`)), '422 invalid_request cursor');
    assert.equal(inWords(await list('page%3D2')), '422 invalid_request cursor');
  });

  test('is worth nothing in another school', async (context) => {
    let name: string = simulatorDefaults.school;
    const { school, list, simulator } = await setSchoolStage(
      context,
      { pathwright: { school: () => name } },
      { linkPageSize: 1 },
    );
    school.seedLinks(3);
    simulator.school(otherSchool).seedLinks(3);
    const { next } = (await list()).links;
    name = otherSchool;
    assert.equal(inWords(await list(next)), '422 invalid_request cursor');
  });

  test('of a page that is no more says to start again', async (context) => {
    const { school, list, unlink } = await setSchoolStage(context, {}, { linkPageSize: 1 });
    const [, second] = school.addLinks([
      { user: 456, external_id: 'a' },
      { user: 456, external_id: 'b' },
    ]);
    const { next } = (await list()).links;
    assert.equal((await unlink(second?.id ?? 0)).status, 204);
    assert.equal(inWords(await list(next)), '422 invalid_request cursor');
  });
});

describe('parameters of links', () => {
  for (const query of ['page=2', 'limit=1', 'user_id=456', 'Cursor=x', 'cursor[]=x']) {
    test(`${query} is refused by its name`, async (context) => {
      const { call, sent } = await setSchoolStage(context);
      const name = query.replace(/=.*/, '');
      assert.equal(inWords(await call('GET', `${path}?${query}`)), `422 invalid_request ${name}`);
      assert.deepEqual(sent.requests(), []);
    });
  }

  test('are given once', async (context) => {
    const { call } = await setSchoolStage(context);
    assert.equal(inWords(await call('GET', `${path}?cursor=a&cursor=b`)), '422 invalid_request cursor');
  });
});

describe('a school’s next page', () => {
  const first = (next: unknown) => [
    { kind: 'override' as const, on: 'listLinks' as const, times: 1, page: { next } },
  ];
  const taken: [next: string, asked: string][] = [
    ['https://evil.example/x/?page=2', 'GET /link/?page=2'],
    ['?page=2', 'GET /link/?page=2'],
    ['/elsewhere/?page=2#x', 'GET /link/?page=2'],
    ['http://user:secret@evil.example:99/?page=2', 'GET /link/?page=2'],
    [
      'https://x/?cursor=a%2F..%26b&x=%0d%0aHost:%20evil',
      'GET /link/?cursor=a%2F..%26b&x=%0D%0AHost%3A+evil',
    ],
    [`?page=${'2'.repeat(2_043)}`, `GET /link/?page=${'2'.repeat(2_043)}`],
  ];
  test('is its query alone, in a URL of ours', async (context) => {
    const { school, list, asked, simulator } = await setSchoolStage(context, {}, { linkPageSize: 1 });
    school.seedLinks(3);
    for (const [next, wanted] of taken) {
      simulator.configure({ faults: first(next) });
      await list((await list()).links.next);
      assert.equal(asked().at(-1), wanted);
    }
  });

  test('is no page when it is odd', async (context) => {
    const { school, list, simulator } = await setSchoolStage(context, {}, { linkPageSize: 1 });
    school.seedLinks(3);
    for (const next of [
      7,
      {},
      '',
      '/link/',
      'https://[',
      'javascript:alert(1)?page=2',
      `?x=${'x'.repeat(2_047)}`,
    ]) {
      simulator.configure({ faults: first(next) });
      assert.equal(inWords(await list()), '502 invalid_response', JSON.stringify(next));
    }
  });

  test('is not the page itself again', async (context) => {
    const { school, list, simulator } = await setSchoolStage(context, {}, { linkPageSize: 1 });
    school.seedLinks(3);
    const { next } = (await list()).links;
    simulator.configure({ faults: first('?page=2') });
    assert.equal(inWords(await list(next)), '502 invalid_response');
  });
});
