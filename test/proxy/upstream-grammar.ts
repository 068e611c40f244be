import assert from 'node:assert/strict';
import type { ProxyOptions } from '../../src/proxy/index.js';
import type { WireRequest } from './upstream-tap.js';

/** `{…}` stands for a pattern, everything else for itself. There is no other line. */
const lines = [
  'GET {collection}?%24first={count} HTTP/1.1',
  'GET {collection}?%24first={count}&%24cursor={cursor} HTTP/1.1',
  'GET {collection}/{uuid} HTTP/1.1',
  'DELETE {collection}/{uuid} HTTP/1.1',
  'POST {collection}?%24idempotency={hmac} HTTP/1.1',
];

const uuid = '[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}';
const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const patterns = {
  count: '([1-9]\\d{0,3}|10000)',
  cursor: '[\\w%.~*+-]+',
  uuid,
  hmac: '[\\da-f]{64}',
};

/** What `fetch` itself sends; `Authorization` and the body's two are added below. */
const usualHeaders: Record<string, RegExp> = {
  host: /^127\.0\.0\.1:\d+$/,
  connection: /^keep-alive$/,
  Accept: /^application\/json$/,
  'accept-language': /^\*$/,
  'sec-fetch-mode': /^cors$/,
  'user-agent': /^(node|undici)$/,
  'accept-encoding': /^(br, )?gzip, deflate(, br)?$/,
};

const isUuid = (value: unknown): boolean => typeof value === 'string' && RegExp(`^${uuid}$`).test(value);

/** The members of a POST's body. The last two are there only where the host has asked for them. */
const members: Record<string, (value: unknown, options: ProxyOptions) => boolean> = {
  application_id: (value, { edlink, allow = [] }) =>
    isUuid(value) && (value === edlink.applicationId.toLowerCase() || allow.includes('application_id')),
  expiration_date: (value) => typeof value === 'string' && isoDate.test(value),
  provider_id: isUuid,
  redirect_uri: (value, { origins = [] }) =>
    typeof value === 'string' && origins.includes(new URL(value).origin) && new URL(value).href === value,
  team_id: (value, { allow = [], teamIdOf }) =>
    isUuid(value) && (teamIdOf !== undefined || allow.includes('team_id')),
  automatic_approval: (value, { allow = [], automaticApproval }) =>
    typeof value === 'boolean' && (value === automaticApproval || allow.includes('automatic_approval')),
};

/** Everything that may ever go upstream: method, exact path, exact headers, exact members of a body. */
export function checkGrammar(requests: readonly WireRequest[], options: ProxyOptions): void {
  for (const request of requests) {
    checkLine(request, options);
    checkHeaders(request, options);
    checkBody(request, options);
  }
}

function checkLine({ line }: WireRequest, { edlink }: ProxyOptions): void {
  const collection = `/api/v1/teams/${edlink.teamId.toLowerCase()}/onboardings`;
  const grammar = lines.map((known) => lineRule(known.replace('{collection}', collection)));
  assert.ok(
    grammar.some((rule) => rule.test(line)),
    `no such line: ${line}`,
  );
}

function lineRule(line: string): RegExp {
  const literal = line.replace(/[.?$/]/g, '\\$&');
  return RegExp(`^${literal.replace(/\{(\w+)\}/g, (_, name: keyof typeof patterns) => patterns[name])}$`);
}

function checkHeaders({ line, headers, body }: WireRequest, { edlink }: ProxyOptions): void {
  const { token } = edlink;
  const rules: Record<string, RegExp> = {
    ...usualHeaders,
    Authorization: typeof token === 'string' ? exactly(`Bearer ${token}`) : /^Bearer [\x21-\x7e]+$/,
    ...(line.startsWith('POST') && {
      'Content-Type': /^application\/json$/,
      'content-length': exactly(String(Buffer.byteLength(body, 'latin1'))),
    }),
  };
  assert.deepEqual(headers.map(([name]) => name).sort(), Object.keys(rules).sort(), line);
  for (const [name, value] of headers) assert.match(value, rules[name] as RegExp, `${name} of ${line}`);
}

const exactly = (text: string): RegExp => RegExp(`^${text.replace(/[^\w]/g, '\\$&')}$`);

function checkBody({ line, body }: WireRequest, options: ProxyOptions): void {
  if (!line.startsWith('POST')) {
    assert.equal(body, '', line);
    return;
  }
  const fields = JSON.parse(body) as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    assert.ok(
      Object.hasOwn(members, name) && members[name]?.(value, options),
      `${name}: ${JSON.stringify(value)}`,
    );
  }
  assert.ok('application_id' in fields && 'expiration_date' in fields, body);
}
