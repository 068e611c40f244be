import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { linkListSchema } from '../../../src/contract/link.js';
import { createSimulator } from '../../../src/simulator/index.js';
import { createTimedSimulator } from '../calling.js';
import { follow, host, linksPath, list, remove, schoolOf, type LinkPage } from './calling.js';

const first = host + linksPath;
const idsOf = (pages: LinkPage[]) => pages.flatMap(({ results }) => results.map(({ id }) => id));

describe('the list of links', () => {
  test('is empty at first', async () => {
    const { status, body } = await list(createSimulator());
    assert.deepEqual([status, body], [200, { count: 0, next: null, previous: null, results: [] }]);
  });

  test('shows a link as the sample does, with microseconds', async () => {
    const { simulator } = createTimedSimulator();
    schoolOf(simulator).addLinks([
      { user: 123, link_type: 'saml2', external_id: 'saml2.user@example.com', last_external_update: null },
      { user: 456, external_id: 'my_id', last_external_update: '2017-10-09T21:36:40.707776Z' },
    ]);
    assert.deepEqual(((await list(simulator)).body as LinkPage).results, [
      {
        id: 1,
        user: 123,
        link_type: 'saml2',
        external_id: 'saml2.user@example.com',
        last_external_update: null,
      },
      {
        id: 2,
        user: 456,
        link_type: 'external',
        external_id: 'my_id',
        last_external_update: '2017-10-09T21:36:40.707776Z',
      },
    ]);
  });

  test('is by id, whatever the order in which links were told', async () => {
    const simulator = createSimulator();
    const school = schoolOf(simulator);
    school.addLinks([
      { id: 70, user: 123, external_id: 'later' },
      { id: 7, user: 456, external_id: 'earlier' },
    ]);
    assert.deepEqual(idsOf(await follow(simulator, first)), [7, 70]);
    assert.equal(school.addLinks([{ user: 123, external_id: 'next' }])[0]?.id, 71);
    const taken = [
      { user: 123, external_id: 'new' },
      { id: 7, user: 123, external_id: 'taken' },
    ];
    assert.throws(() => school.addLinks(taken), /There is a link 7 already/);
    assert.throws(() => school.addLinks([{ user: 9, external_id: 'x' }]), /There is no member 9/);
    assert.equal(school.links.length, 3);
  });

  test('linkTimes and externalReportedAs change what is shown, and nothing else', async () => {
    const simulator = createSimulator({ linkTimes: 'null', externalReportedAs: 'oidc' });
    const school = schoolOf(simulator);
    const [stored] = school.addLinks([
      { user: 123, external_id: 'a', last_external_update: '2026-01-01T00:00:00Z' },
    ]);
    const [shown] = ((await list(simulator)).body as LinkPage).results;
    assert.deepEqual([shown?.last_external_update, shown?.link_type], [null, 'oidc']);
    assert.deepEqual(school.links, [stored]);
    assert.equal((await remove(simulator, 1)).status, 204);
  });
});

describe('pages', () => {
  for (const linkPaging of ['page', 'limit-offset', 'cursor'] as const) {
    test(`${linkPaging}: 2,500 links in pages of 7, there and back, each once`, async () => {
      const simulator = createSimulator({ linkPaging, linkPageSize: 7 });
      const links = simulator.school('maple-valley').seedLinks(2500);
      const ids = links.map(({ id }) => id);
      const pages = await follow(simulator, first);
      assert.deepEqual(idsOf(pages), ids);
      assert.equal(pages.length, 358);
      for (const page of pages) assert.ok(v.is(linkListSchema, page) && page.count === 2500);
      const last = pages.at(-2)?.next ?? '';
      const back = await follow(simulator, last, 'previous');
      assert.deepEqual(idsOf(back.reverse()), ids);
    });

    test(`${linkPaging}: a last page that is full has no next, and other parameters stay`, async () => {
      const simulator = createSimulator({ linkPaging, linkPageSize: 2 });
      simulator.school('maple-valley').seedLinks(4);
      const [one, two, ...rest] = await follow(simulator, `${first}?kept=1`);
      assert.deepEqual([one?.results.length, two?.results.length, rest], [2, 2, []]);
      assert.equal(one?.previous, null);
      for (const url of [one.next ?? '', two?.previous ?? '']) {
        assert.ok(url.startsWith(`${first}?`));
        assert.equal(new URL(url).searchParams.get('kept'), '1');
      }
    });
  }

  test('each way of paging has its own parameters', async () => {
    const simulator = createSimulator({ linkPageSize: 2 });
    simulator.school('maple-valley').seedLinks(6);
    const second = async () => {
      const { next } = (await list(simulator)).body as LinkPage;
      const { next: third, previous } = (await follow(simulator, next ?? ''))[0] ?? {};
      return [next, third, previous].map((url) => new URL(url ?? '').search);
    };
    assert.deepEqual(await second(), ['?page=2', '?page=3', '']);
    simulator.configure({ linkPaging: 'limit-offset' });
    assert.deepEqual(await second(), ['?limit=2&offset=2', '?limit=2&offset=4', '?limit=2']);
    simulator.configure({ linkPaging: 'cursor' });
    const searches = await second();
    for (const search of searches) assert.match(search, /^\?cursor=\w+(%3D)*$/);
    assert.equal(new Set(searches).size, 3);
  });

  test('limit is the caller’s to say, and what is no number is ignored', async () => {
    const simulator = createSimulator({ linkPaging: 'limit-offset', linkPageSize: 2 });
    simulator.school('maple-valley').seedLinks(6);
    const ids = async (query: string) => idsOf([(await list(simulator, query)).body as LinkPage]);
    assert.deepEqual(await ids('?limit=3&offset=2'), [3, 4, 5]);
    assert.deepEqual(await ids('?limit=0&offset=-1'), [1, 2]);
    assert.deepEqual(await ids('?limit=all&offset=9'), []);
  });

  test('a page or a cursor that is not there is 404', async () => {
    const simulator = createSimulator();
    const detail = async (query: string) => {
      const { status, body } = await list(simulator, query);
      return [status, (body as { detail: string }).detail];
    };
    for (const page of ['0', '2', '-1', 'x']) {
      assert.deepEqual(await detail(`?page=${page}`), [404, 'Invalid page.'], page);
    }
    simulator.configure({ linkPaging: 'cursor' });
    for (const cursor of ['', '%', btoa('p=x'), btoa('q=1')]) {
      assert.deepEqual(await detail(`?cursor=${cursor}`), [404, 'Invalid cursor'], cursor);
    }
  });

  test('a page by number is moved by a deletion before it, a cursor is not', async () => {
    const third = async (linkPaging: 'page' | 'cursor') => {
      const simulator = createSimulator({ linkPaging, linkPageSize: 2 });
      simulator.school('maple-valley').seedLinks(6);
      const { next } = (await list(simulator)).body as LinkPage;
      await remove(simulator, 1);
      return (await follow(simulator, next ?? ''))[0]?.results[0]?.id;
    };
    assert.deepEqual([await third('page'), await third('cursor')], [4, 3]);
  });
});
