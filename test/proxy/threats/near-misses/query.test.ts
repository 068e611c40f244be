import { query, targetWith } from './changes.js';
import { proveNearMisses, type Row } from './proving.js';

const wrong = (text: string, field: string): Row => ['list', query(text), `422 invalid_request ${field}`];
const fine = (text: string): Row => ['list', query(text), 'good'];
const ids = (count: number) => Array.from({ length: count }, () => `id=${crypto.randomUUID()}`).join('&');
const someId = crypto.randomUUID();

/** The cursor of the good page with something done to it. */
const cursor = (title: string, change: (good: string) => string): Row[] =>
  (['page', 'linksPage'] as const).map((kind) => [
    kind,
    targetWith(`cursor ${title}`, (good) => good.replace(/[^=]+$/, change)),
    '422 invalid_request cursor',
  ]);
const otherLetterAt = (share: number): Row[] =>
  cursor(`with another letter after ${share * 100} %`, (good) => {
    const at = Math.floor((good.length - 2) * share);
    return good.slice(0, at) + (good[at] === 'A' ? 'B' : 'A') + good.slice(at + 1);
  });

proveNearMisses({
  'the parameters of a list': [
    fine('limit=1'),
    fine('limit=100'),
    ...[
      '0',
      '101',
      '-1',
      '+1',
      '01',
      '1.0',
      '1e1',
      '0x1',
      '1%20',
      '%201',
      '',
      'all',
      'NaN',
      'null',
      '%EF%BC%91',
      '1000',
    ].map((limit) => wrong(`limit=${limit}`, 'limit')),
    wrong('limit=2&limit=2', 'limit'),
    wrong('limit=2&%6cimit=2', 'limit'),
    wrong('limit[]=2', 'limit[]'),
    wrong('Limit=2', 'Limit'),
    fine(ids(50)),
    wrong(ids(51), 'id'),
    fine(`id=${someId.toUpperCase()}`),
    ...[
      '',
      '..',
      '*',
      '1',
      'null',
      `${someId},${someId}`,
      `${someId}%00`,
      `${someId}/`,
      `%20${someId}`,
      '00000000-0000-0000-0000-000000000000',
    ].map((id) => wrong(`id=${id}`, 'id')),
    wrong(`id=${someId}&id=`, 'id'),
    wrong(`id[]=${someId}`, 'id[]'),
    fine('state=created'),
    fine('state=verifying'),
    ...['', 'a%20b', 'a,b', '%27', '%7B%7D', 'created%00', 'x'.repeat(41)].map((state) =>
      wrong(`state=${state}`, 'state'),
    ),
    wrong('state=created&state=started', 'state'),
    ...['provider_id', 'application_id', 'integration_id', 'user_id'].flatMap((name) => [
      fine(`${name}=${someId}`),
      wrong(`${name}=canvas`, name),
      wrong(`${name}=${someId}0`, name),
      wrong(`${name}=`, name),
    ]),
    ...[
      'team_id',
      'tenant',
      'actor',
      'scope',
      'can',
      'token',
      '$filter',
      '$first',
      '$after',
      '$cursor',
      '%24cursor',
      '__proto__',
      'constructor',
      '',
    ].map((name) => wrong(`${name}=1`, decodeURIComponent(name))),
    ...[
      'limit',
      'page',
      'offset',
      'page_size',
      'id',
      'user_id',
      'link_type',
      'tenant',
      'school',
      'Cursor',
      '__proto__',
    ].map((name): Row => ['links', query(`${name}=1`), `422 invalid_request ${name}`]),
    ['links', query('cursor='), '422 invalid_request cursor'],
    ['links', query(''), 'good'],
    ['list', query(''), 'good'],
    ['list', query('?'), '422 invalid_request ?'],
    ['list', query('limit=1?x'), '422 invalid_request limit'],
    ['list', query(`state=${'x'.repeat(20_000)}`), '431'],
  ],
  cursors: [
    ...[0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].flatMap(otherLetterAt),
    ...cursor('without its last letters', (good) => good.slice(0, -2)),
    ...cursor('without its first letter', (good) => good.slice(1)),
    ...cursor('with a letter more', (good) => `${good}AAAA`),
    ...cursor('twice', (good) => good + good),
    ...cursor('in capitals', (good) => good.toUpperCase()),
    ...cursor('backwards', (good) => Array.from(good).reverse().join('')),
    ...cursor('with a percent sign', (good) => `${good}%25`),
    ...cursor('with a NUL', (good) => `${good}%00`),
    ...cursor('beyond Latin', (good) => `${good}%C4%80`),
    ...cursor('empty', () => ''),
    ...cursor('a place in the store', () => 'listed/usd-500/~'),
    ...cursor('a URL', () => 'https://evil.example/'),
    ...cursor('zeros', (good) => 'A'.repeat(good.length)),
    ...cursor('of 4,000 letters', () => 'A'.repeat(4_000)),
    [
      'page',
      targetWith('with another filter', (good) => `${good}&state=created`),
      '422 invalid_request cursor',
    ],
    ['page', targetWith('beside an id', (good) => `${good}&id=${someId}`), '422 invalid_request cursor'],
    ['page', targetWith('given twice', (good) => `${good}&cursor=x`), '422 invalid_request cursor'],
    ['linksPage', targetWith('given twice', (good) => `${good}&cursor=x`), '422 invalid_request cursor'],
    [
      'linksPage',
      targetWith('of the other list', (good) => good.replace('links', 'onboardings')),
      '422 invalid_request cursor',
    ],
    ['page', targetWith('with another limit', (good) => good.replace('limit=1', 'limit=3')), 'good'],
  ],
});
