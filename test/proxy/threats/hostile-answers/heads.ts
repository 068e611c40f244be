import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { mark, type Write } from './hostile-upstream.js';
import {
  credentials,
  fine,
  invalid,
  json,
  send,
  sendGood,
  tooLate,
  unavailable,
  type Row,
  type Verdicts,
} from './rows.js';

/** Some have meanings; of the others only the class counts. */
function verdictOnStatus(status: number): Verdicts {
  if (status === 401 || status === 403) return credentials;
  if (status === 404) {
    return { all: credentials, read: '404 not_found', delete: '204', deleteLink: '404 not_found' };
  }
  if (status === 400) return { all: unavailable, createLink: '422 invalid_request' };
  if (status === 409) return { all: unavailable, createLink: '409 conflict' };
  if (status === 429) return '429 rate_limited';
  return unavailable;
}

const statuses = [
  ...[300, 301, 302, 303, 304, 305, 307, 308, 399],
  ...[400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 422, 425, 429, 451, 499],
  ...[500, 501, 502, 503, 504, 505, 507, 511, 520, 599, 600, 777, 999],
];

export const byStatus: Row[] = [
  ...statuses.map((status): Row => {
    const body = `{"x": "${mark}"}`;
    return [`${status}`, send(status, body, { ...json, Location: `/${mark}` }), verdictOnStatus(status)];
  }),
  ...[302, 401, 404, 500].map((status): Row => {
    const headers = { 'Content-Type': 'text/html', Location: `/${mark}` };
    return [`${status} in HTML`, send(status, mark, headers), verdictOnStatus(status)];
  }),
];

/** Sixteen megabytes of white space, which JSON allows. */
const bomb = Buffer.alloc(16_777_216, ' ');
const bombs = { gzip: gzipSync(bomb), br: brotliCompressSync(bomb, { params: {} }) };

export const byHead: Row[] = [
  ['as it should be', sendGood(json), fine],
  ['with a charset', sendGood({ 'Content-Type': 'application/json; charset=utf-8' }), fine],
  ['of a JSON type', sendGood({ 'Content-Type': 'application/vnd.edlink+json' }), fine],
  ['after 102 and 103', early(102, 103), fine],
  ['after a 100 that nobody asked for', early(100), unavailable],
  ['201 for everything', (r, good) => void r.writeHead(201, json).end(good), fine],
  ['206', (r, good) => void r.writeHead(206, json).end(good), fine],
  ['no type', sendGood({}), invalid],
  ['HTML', send(200, `<p>${mark}</p>`, { 'Content-Type': 'text/html' }), invalid],
  ['JSON that says it is HTML', sendGood({ 'Content-Type': 'text/html' }), invalid],
  ['JSON that says it is a script', sendGood({ 'Content-Type': 'text/javascript' }), invalid],
  ['text/json', sendGood({ 'Content-Type': 'text/json' }), invalid],
  ['two types', sendGood({ 'Content-Type': 'text/html, application/json' }), invalid],
  ['nearly the type', sendGood({ 'Content-Type': 'application/jsonx' }), invalid],
  ['204', (r) => void r.writeHead(204).end(), { all: invalid, delete: '204' }],
  ['205', (r) => void r.writeHead(205).end(), { all: invalid, delete: '204' }],
  ['200 without a body', send(200, ''), { all: invalid, delete: '204' }],
  ['gzip', sendGood({ ...json, 'Content-Encoding': 'gzip' }, (good) => gzipSync(good)), fine],
  ['brotli', sendGood({ ...json, 'Content-Encoding': 'br' }, (good) => brotliCompressSync(good)), fine],
  ['deflate', sendGood({ ...json, 'Content-Encoding': 'deflate' }, (good) => deflateSync(good)), fine],
  ['gzip that is none', sendGood({ ...json, 'Content-Encoding': 'gzip' }), invalid],
  ['gzip that is not said', sendGood(json, (good) => gzipSync(good)), invalid],
  [
    // Node reads it as an empty body, of a shorter one some letters.
    'half of a gzip',
    sendGood({ ...json, 'Content-Encoding': 'gzip' }, (good) => gzipSync(good).subarray(0, 40)),
    { all: invalid, delete: '204', deleteLink: invalid },
  ],
  ['a coding that nobody knows', sendGood({ ...json, 'Content-Encoding': 'x-edlink' }, () => mark), invalid],
  ['a gzip bomb', sendGood({ ...json, 'Content-Encoding': 'gzip' }, () => bombs.gzip), invalid],
  ['a brotli bomb', sendGood({ ...json, 'Content-Encoding': 'br' }, () => bombs.br), invalid],
  [
    'a bomb in a bomb',
    sendGood({ ...json, 'Content-Encoding': 'gzip, gzip' }, () => gzipSync(bombs.gzip)),
    invalid,
  ],
];

export const byTransport: Row[] = [
  ['no answer', (r) => r.destroy(), unavailable],
  ['no HTTP', (r) => void r.socket?.end(`${mark}\r\n\r\n`), unavailable],
  [
    '101',
    (r) =>
      void r.socket?.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    unavailable,
  ],
  ['a head without an end', (r) => void r.socket?.end('HTTP/1.1 200 OK\r\nContent-Type: appl'), unavailable],
  [
    'a huge head',
    (r) => void r.socket?.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`),
    unavailable,
  ],
  [
    'two lengths',
    (r, good) => raw(r, `Content-Length: 2\r\nContent-Length: ${good.length}`, good),
    unavailable,
  ],
  ['a length that is too short', (r, good) => raw(r, `Content-Length: ${good.length - 9}`, good), invalid],
  ['a length that is too long', (r, good) => raw(r, `Content-Length: ${good.length + 9}`, good), invalid],
  ['broken chunks', (r, good) => raw(r, 'Transfer-Encoding: chunked', `x\r\n${good}`), invalid],
  ['cut off', (r, good) => raw(r, `Content-Length: ${good.length}`, good.slice(0, 20)), invalid],
  ['endless', endless, invalid],
  ['never', () => undefined, tooLate],
  ['a head and no body', (r) => r.writeHead(200, json).flushHeaders(), tooLate],
  ['stalled in the body', (r, good) => void r.writeHead(200, json).write(good.slice(0, 20)), tooLate],
  ['a letter at a time', slowly, tooLate],
];

function raw(response: ServerResponse, header: string, body: string): void {
  response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${header}\r\n\r\n${body}`);
}

function early(...informational: number[]): Write {
  return (response, good) => {
    const first = informational.map((status) => `HTTP/1.1 ${status} Early\r\n\r\n`).join('');
    const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${good.length}`;
    response.socket?.end(`${first}${head}\r\n\r\n${good}`);
  };
}

function endless(response: ServerResponse): void {
  response.writeHead(200, json);
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
  };
  response.on('drain', more);
  more();
}

function slowly(response: ServerResponse, good: string): void {
  response.writeHead(200, json);
  let sent = 0;
  const timer = setInterval(() => response.write(good[sent++] ?? ' '), 20);
  response.on('close', () => clearInterval(timer));
}
