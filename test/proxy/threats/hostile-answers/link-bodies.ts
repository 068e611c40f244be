import { mark, type Write } from './hostile-upstream.js';
import { changed, fine, invalid, send, type Row, type Verdicts } from './rows.js';

interface Page {
  results?: object[];
}

/** The link that is answered, or the one in the answered page, with other members. */
const linkWith = (fields: object): Write =>
  changed((good) => {
    const read = JSON.parse(good) as Page;
    const [row] = read.results ?? [read];
    const link = { ...row, ...fields };
    return JSON.stringify(read.results ? { ...read, results: [link] } : link);
  });

/** A list only leaves the row out, and a deletion does not look. */
const badRow: Verdicts = { all: invalid, listLinks: '200', deleteLink: '204' };

const wrong: Record<string, unknown[]> = {
  id: [undefined, null, 0, -1, 1.5, 2 ** 53, '7', mark, [7], { x: mark }],
  user: ['456', 0, 1.5, mark, [456], true],
  link_type: [undefined, null, 7, [mark], true],
  external_id: [undefined, null, 7, [mark], { x: mark }],
  last_external_update: [7, mark, '2026-13-45T00:00:00Z', [mark], true],
};

export const ofLinks: Row[] = [
  ...Object.entries(wrong).flatMap(([name, values]) =>
    values.map((value): Row => [`${name}: ${JSON.stringify(value)}`, linkWith({ [name]: value }), badRow]),
  ),
  ['what nobody knows', linkWith({ token: mark, $host: { can: [mark] }, user_name: mark }), fine],
  ['a type that nobody knows', linkWith({ link_type: 'oidc' }), fine],
  ['no user', linkWith({ user: undefined }), fine],
  ['no date', linkWith({ last_external_update: null }), fine],
  ['another user', linkWith({ user: 457 }), { ...fine, createLink: invalid }],
  ['another identity', linkWith({ external_id: 'somebody else' }), { ...fine, createLink: invalid }],
];

const pageWith = (fields: object): Write =>
  changed((good) => JSON.stringify({ ...(JSON.parse(good) as object), ...fields }));

export const ofLinkPages: Row[] = [
  ...[undefined, null, '1', -1, 1.5, mark, [1]].map((count): Row => [
    `count: ${JSON.stringify(count)}`,
    pageWith({ count }),
    invalid,
  ]),
  ...[undefined, null, {}, { length: 1 }, mark, 7].map((results): Row => [
    `results: ${JSON.stringify(results)}`,
    pageWith({ results }),
    invalid,
  ]),
  ...[7, {}, '', 'https://[', `javascript:${mark}?page=2`, `data:,?${mark}`, `?x=${'x'.repeat(2_047)}`].map(
    (next): Row => [`next: ${JSON.stringify(next).slice(0, 40)}`, pageWith({ next }), invalid],
  ),
  ['next elsewhere', pageWith({ next: `https://evil.example/${mark}?page=${mark}` }), '200'],
  ['previous as a script', pageWith({ previous: `javascript:${mark}` }), invalid],
  ['previous without a query', pageWith({ previous: `https://evil.example/${mark}` }), '200'],
  ['rows that are none', pageWith({ results: [null, 7, 'x', [], {}, { id: mark }, [[]]] }), '200'],
  ['a huge number', send(200, '{"count": 1e400, "next": null, "previous": null, "results": []}'), invalid],
];
