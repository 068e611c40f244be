import { page } from '../../stage.js';
import { body, both, type Change, header, twice, without } from './changes.js';
import { proveNearMisses, type Kind, type Row } from './proving.js';

const onEvery = (change: Row[1], expected: string): Row[] =>
  (['create', 'read', 'list', 'remove', 'links', 'link', 'unlink'] satisfies Kind[]).map((kind) => [
    kind,
    change,
    expected,
  ]);
const refusedWith =
  (expected: string, name: string, of: Kind) =>
  (value: string): Row => [of, header(name, value), expected];

const noSite = (origin: string): Row => [
  'list',
  both(`Origin alone: ${origin}`, without('Sec-Fetch-Site'), header('Origin', origin)),
  origin === page ? 'good' : '403 forbidden',
];

/** Without a length: each piece says its own. */
const inChunks: Change = {
  title: 'in chunks',
  of: (request) => {
    const text = String(request.body);
    const pieces = `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
    const { headers } = without('Content-Length').of(request);
    return { ...request, headers: [...headers, ['Transfer-Encoding', 'chunked']], body: pieces };
  },
};

proveNearMisses({
  'the custom header': [
    ...onEvery(without('X-Requested-With'), '403 forbidden'),
    ...[
      '',
      'XMLHttpRequest',
      'Connect-District',
      'connect-district2',
      'connect_district',
      'xconnect-district',
      'connect-district,',
      '"connect-district"',
    ].map(refusedWith('403 forbidden', 'X-Requested-With', 'list')),
    ['list', twice('X-Requested-With', 'connect-district'), '403 forbidden'],
    [
      'list',
      both(
        'under another name',
        without('X-Requested-With'),
        header('X-Requested-With2', 'connect-district'),
      ),
      '403 forbidden',
    ],
    [
      'list',
      both('in small letters', without('X-Requested-With'), header('x-requested-with', 'connect-district')),
      'good',
    ],
    ['list', header('X-Requested-With', '  connect-district \t'), 'good'],
  ],
  'Sec-Fetch-Site and Origin': [
    ...onEvery(header('Sec-Fetch-Site', 'cross-site'), '403 forbidden'),
    ...['same-site', 'none', '', 'same', 'Same-Origin', 'same-origin,', 'same-origin;x', '"same-origin"'].map(
      refusedWith('403 forbidden', 'Sec-Fetch-Site', 'list'),
    ),
    ['list', twice('Sec-Fetch-Site', 'same-origin'), '403 forbidden'],
    ['list', twice('Sec-Fetch-Site', 'cross-site'), '403 forbidden'],
    ['list', without('Sec-Fetch-Site'), 'good'],
    ...[
      page,
      `${page}/`,
      `${page}:443`,
      `${page}:8443`,
      `${page}.evil.example`,
      `${page}.`,
      `${page}@evil.example`,
      `${page}\\evil.example`,
      `${page}, ${page}`,
      `${page} https://evil.example`,
      'HTTPS://APP.EXAMPLE',
      'http://app.example',
      'https://xapp.example',
      'https://evil.example',
      'https://evil.example#app.example',
      'app.example',
      '//app.example',
      'null',
      '*',
      '',
    ].map(noSite),
    [
      'list',
      both('two Origins', without('Sec-Fetch-Site'), both('', header('Origin', page), twice('Origin', page))),
      '403 forbidden',
    ],
    [
      'list',
      both('Host says so', header('Sec-Fetch-Site', 'same-site'), header('Host', 'evil.example')),
      '403 forbidden',
    ],
    [
      'list',
      both(
        'X-Forwarded-Host says so',
        header('Origin', 'https://evil.example'),
        both('', without('Sec-Fetch-Site'), header('X-Forwarded-Host', 'evil.example')),
      ),
      '403 forbidden',
    ],
    [
      'list',
      both('Referer says so', header('Sec-Fetch-Site', 'cross-site'), header('Referer', `${page}/`)),
      '403 forbidden',
    ],
  ],
  'the session': [
    ...onEvery(without('Cookie'), '401 unauthorized'),
    ...['session=', 'session=nobody', 'Session=anna', 'session2=anna', 'anna'].map(
      refusedWith('401 unauthorized', 'Cookie', 'list'),
    ),
    [
      'list',
      both('as Authorization', without('Cookie'), header('Authorization', 'Bearer anna')),
      '401 unauthorized',
    ],
    [
      'list',
      both('as a forwarded user', without('Cookie'), header('X-Forwarded-User', 'anna')),
      '401 unauthorized',
    ],
    [
      'list',
      both('in another header', without('Cookie'), header('X-Cookie', 'session=anna')),
      '401 unauthorized',
    ],
    ['create', header('Cookie', 'session=carl'), '403 forbidden'],
    ['remove', header('Cookie', 'session=carl'), '403 forbidden'],
    ['read', header('Cookie', 'session=ben'), '404 not_found'],
    ['remove', header('Cookie', 'session=ben'), '404 not_found'],
    ['page', header('Cookie', 'session=ben'), '422 invalid_request cursor'],
    ['page', header('Cookie', 'session=staff'), '422 invalid_request cursor'],
  ],
  'the idempotency key': [
    ['create', without('Idempotency-Key'), '422 invalid_request Idempotency-Key'],
    ...[
      '',
      'x'.repeat(15),
      'x'.repeat(129),
      'sixteen letters!',
      'sixteen/letters/',
      'sixteen\\letters\\',
      '"0123456789abcdef"',
      '0123456789abcdef,0123456789abcdef',
      'kl\u00fcsselkl\u00fcsselkl\u00fcssel',
      '0123456789abcdef%00',
      '0123456789abcdef;x',
    ].map(refusedWith('422 invalid_request Idempotency-Key', 'Idempotency-Key', 'create')),
    ['create', twice('Idempotency-Key', crypto.randomUUID()), '422 invalid_request Idempotency-Key'],
    [
      'create',
      both(
        'as X-Idempotency-Key',
        without('Idempotency-Key'),
        header('X-Idempotency-Key', crypto.randomUUID()),
      ),
      '422 invalid_request Idempotency-Key',
    ],
  ],
  'Content-Type': [
    ...[
      '',
      'text/plain',
      'text/json',
      'text/application/json',
      'application/jsonx',
      'application/json-seq',
      'application/ld+json',
      'application/problem+json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json, text/plain',
      'application/*',
      '*/*',
      'application / json',
      'json',
    ].map(refusedWith('415 invalid_request', 'Content-Type', 'create')),
    ['create', without('Content-Type'), '415 invalid_request'],
    ['create', header('Content-Type', 'Application/JSON;charset=UTF-8'), 'good'],
  ],
  'Content-Length and Transfer-Encoding': [
    // What is left over is no second request.
    ['create', header('Content-Length', '10'), '400'],
    ['create', header('Content-Length', '0'), '400'],
    ['create', without('Content-Length'), '400'],
    ['create', header('Content-Length', '-1'), '400'],
    ['create', header('Content-Length', '0x20'), '400'],
    ['create', header('Content-Length', '9'.repeat(30)), '400'],
    ['create', twice('Content-Length', '10'), '400'],
    ['create', header('Transfer-Encoding', 'chunked'), '400'],
    [
      'create',
      both('chunks that are none', without('Content-Length'), header('Transfer-Encoding', 'chunked')),
      '400',
    ],
    ['create', inChunks, 'good'],
    ['create', both('another body in chunks', body('{"x":1}'), inChunks), '422 not_allowed x'],
    [
      'create',
      both('too long in chunks', body(JSON.stringify({ x: 'x'.repeat(90_000) })), inChunks),
      '413 invalid_request',
    ],
    [
      'create',
      both('an unknown coding', without('Content-Length'), header('Transfer-Encoding', 'gzip')),
      '400',
    ],
    ['create', header('Content-Encoding', 'gzip'), 'good'],
    ['read', both('a body', body('{"x":1}'), header('Content-Type', 'application/json')), 'good'],
  ],
  'the rest of the head': [
    ['list', without('Host'), '400'],
    ['list', header('Host', 'evil.example'), 'good'],
    ['list', header('Host', ''), 'good'],
    ['list', header('Host', 'x:99999'), '404 not_found'],
    ['list', header('Host', 'a/edlink/x?'), 'good'],
    ['list', header('Host', 'app.example/x'), 'good'],
    ['list', twice('Host', 'evil.example'), 'good'],
    ['read', header('X-HTTP-Method-Override', 'DELETE'), 'good'],
    ['list', header('X-Original-URL', '/admin'), 'good'],
    ['list', header('X-Forwarded-Prefix', '/admin'), 'good'],
    ['list', header('Upgrade', 'h2c'), 'good'],
    ['list', header('Expect', 'x'), '417'],
    ['list', header('Bad Name', 'x'), '400'],
    ['list', header('X-Folded', 'a\r\n b'), '400'],
    ['list', header('X-Split', 'a\r\nCookie: session=staff'), 'good'],
    ['list', header('X-NUL', 'a\0b'), '400'],
    ['list', header('X-Long', 'x'.repeat(20_000)), '431'],
  ],
});
