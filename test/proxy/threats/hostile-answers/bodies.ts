import { zeroUuid } from '../../../../src/contract/uuid.js';
import { mark, type Write } from './hostile-upstream.js';
import { changed, fine, invalid, json, send, sendGood, type Row, type Verdicts } from './rows.js';

/** A deletion takes any JSON that is no error for done. */
const unusable: Verdicts = { all: invalid, delete: '204' };

const other = crypto.randomUUID();
const taken = crypto.randomUUID();

export const byText: Row[] = [
  ['in $data', changed((good) => `{"$data": ${good}}`), { ...fine, list: invalid, createLink: invalid }],
  ['with white space', changed((good) => ` \n\t${good}\r\n`), fine],
  ['with a byte order mark', changed((good) => `\ufeff${good}`), fine],
  [
    'with what nobody knows',
    changed(adding({ access_token: mark, $host: { district: mark }, __proto__: { x: mark } })),
    fine,
  ],
  ['with $warnings', changed(adding({ $warnings: [{ message: mark }] })), fine],
  [
    'very deep',
    changed((good) => `{"deep": ${'['.repeat(20_000)}${']'.repeat(20_000)}, ${good.slice(1)}`),
    fine,
  ],
  ['far too deep', send(200, '['.repeat(50_000)), invalid],
  ['empty', send(200, ' '), invalid],
  ['no JSON', send(200, mark), invalid],
  ['half of it', changed((good) => good.slice(0, -1)), invalid],
  ['twice', changed((good) => good + good), invalid],
  ['JSON for a script', changed((good) => `)]}',\n${good}`), invalid],
  ['JSONP', changed((good) => `callback(${good})`), invalid],
  ['not UTF-8', sendGood(json, (good) => Buffer.from(`{"x": "\xff", ${good.slice(1)}`, 'latin1')), invalid],
  ['UTF-16', sendGood(json, (good) => Buffer.from(good, 'utf16le')), invalid],
  ...[
    'null',
    'true',
    '7',
    '""',
    `"${mark}"`,
    '[]',
    '{}',
    '[[]]',
    '{"$data": null}',
    '{"$data": 7}',
    `{"$data": "${mark}"}`,
    '{"$data": {}}',
  ].map((text): Row => [text, send(200, text), unusable]),
  [
    '{"$data": []}',
    send(200, '{"$data": []}'),
    { all: invalid, list: '200', listLinks: invalid, delete: '204' },
  ],
  ['in a list', changed((good) => `[${good}]`), unusable],
  ['in two $data', changed((good) => `{"$data": {"$data": ${good}}}`), unusable],
  [
    '$errors with 200',
    send(200, `{"$errors": [{"code": "NOT_FOUND", "message": "${mark}"}]}`),
    { all: invalid, deleteLink: '204' },
  ],
  ['$error with 200', send(200, `{"$error": "${mark}"}`), { all: invalid, deleteLink: '204' }],
  [
    'detail with 200',
    send(200, `{"detail": "${mark}"}`),
    { all: invalid, delete: '204', deleteLink: invalid },
  ],
];

/** Members of the answered onboarding; a list only leaves the row out, and a deletion does not look. */
const badRow: Verdicts = { all: invalid, list: '200', delete: '204' };
const notOurs: Verdicts = { all: '200', create: invalid, delete: '204' };
const wrongTypes = { 'a number': 7, 'a list': [mark], 'an object': { x: mark }, 'yes or no': true };
const texts = [
  'id',
  'state',
  'redirect_uri',
  'expiration_date',
  'application_id',
  'provider_id',
  'user_id',
  'team_id',
  'integration_id',
];

export const byMember: Row[] = [
  ...texts.flatMap((name) =>
    Object.entries(wrongTypes).map(([type, value]): Row => [
      `${name}: ${type}`,
      changed(adding({ [name]: value })),
      badRow,
    ]),
  ),
  ...['id', 'provider_id', 'user_id', 'team_id', 'integration_id', 'application_id'].map((name): Row => [
    `${name}: no UUID`,
    changed(adding({ [name]: mark })),
    badRow,
  ]),
  ['automatic_approval: a text', changed(adding({ automatic_approval: 'true' })), badRow],
  ['expiration_date: no date', changed(adding({ expiration_date: mark })), badRow],
  ['expiration_date: no such day', changed(adding({ expiration_date: '2026-13-45T00:00:00Z' })), badRow],
  ['no id', changed(adding({ id: undefined })), badRow],
  ['id: null', changed(adding({ id: null })), badRow],
  ['id: zero', changed(adding({ id: zeroUuid })), badRow],
  ['id: a path', changed(adding({ id: '../../teams' })), badRow],
  ['no state', changed(adding({ state: undefined })), badRow],
  ['state: null', changed(adding({ state: null })), badRow],
  ['state: one that nobody knows', changed(adding({ state: 'verifying' })), fine],
  ['another id', changed(adding({ id: other })), { all: '200', create: '201', read: invalid, delete: '204' }],
  [
    'two ids',
    changed((good) => `${good.slice(0, -1)}, "id": "${crypto.randomUUID()}"}`),
    { all: '200', create: '201', read: invalid, delete: '204' },
  ],
  ['another application', changed(adding({ application_id: other })), notOurs],
  ['no application', changed(adding({ application_id: null })), notOurs],
];

/** What only a creation is asked. */
export const ofCreations: Row[] = [
  ['an id that is new', changed(adding({ id: taken })), '201'],
  ['an id that is bound to another tenant', changed(adding({ id: taken })), invalid],
];

/** What only a list has. */
export const ofLists: Row[] = [
  ['$next elsewhere', nextPage('https://evil.example/x?$cursor=abc'), '200'],
  ['$next as a script', nextPage('javascript:alert(1)?$cursor=abc'), '200'],
  ['$next: null', nextPage(null), '200'],
  ['$next: empty', nextPage(''), '200'],
  ['$next: a number', nextPage(7), invalid],
  ['$next: an object', nextPage({ x: mark }), invalid],
  ['$next without a cursor', nextPage('https://ed.link/x'), invalid],
  ['$next with an empty cursor', nextPage('https://ed.link/x?$cursor='), invalid],
  ['$next with a cursor that is too long', nextPage(`/x?$cursor=${'x'.repeat(2_049)}`), invalid],
  ['$next: no URL', nextPage('https://['), invalid],
  ['$data: an object', send(200, '{"$data": {"length": 1}}'), invalid],
  ['rows that are none', send(200, '{"$data": [null, 7, "x", [], {}, {"id": "x"}, [[]]]}'), '200'],
  [
    'too long',
    (r) => void r.writeHead(200, json).end(`{"$data": [], "x": "${'x'.repeat(8_400_000)}"}`),
    invalid,
  ],
];

function adding(fields: object): (good: string) => string {
  // A list has its onboarding in `$data`.
  return (good) => {
    const read = JSON.parse(good) as { $data?: object[] };
    return JSON.stringify(read.$data ? { $data: [{ ...read.$data[0], ...fields }] } : { ...read, ...fields });
  };
}

function nextPage($next: unknown): Write {
  return changed((good) => JSON.stringify({ ...(JSON.parse(good) as object), $next }));
}
