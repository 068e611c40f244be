import assert from 'node:assert/strict';
import type { ProxyOptions } from '../../src/proxy/index.js';
import type { WireRequest } from './upstream-tap.js';

/** `{…}` stands for a pattern, everything else for itself. There is no other line. */
const lines = [
  'GET {collection}?%24first={count} HTTP/1.1',
  'GET {collection}?%24first={count}&%24cursor={cursor} HTTP/1.1',
  'GET {collection}/{uuid} HTTP/1.1',
  'DELETE {collection}/{uuid} HTTP/1.1',
  'GET /api/v1/integrations/{uuid} HTTP/1.1',
  'POST {collection}?%24idempotency={hmac} HTTP/1.1',
];

/** Of a school, where the host has any. */
const linkLines = [
  'GET {school}/link/ HTTP/1.1',
  'GET {school}/link/?{position} HTTP/1.1',
  'POST {school}/link/ HTTP/1.1',
  'DELETE {school}/link/{number}/ HTTP/1.1',
];

const uuid = '[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}';
const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const patterns = {
  count: '([1-9]\\d{0,3}|10000)',
  cursor: '[\\w%.~*+-]+',
  uuid,
  label: '[a-z\\d]([a-z\\d-]{0,61}[a-z\\d])?',
  hmac: '[\\da-f]{64}',
  position: '[\\w=&%.~*+-]{1,2048}',
  number: '[1-9]\\d{0,15}',
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

/** The members of a new link: exactly these. */
const linkMembers: Record<string, (value: unknown) => boolean> = {
  user_id: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  external_id: (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 1000,
};

const isOfLinks = ({ line }: WireRequest): boolean => line.includes('/api/public/link/');

/** Everything that may ever go upstream: method, exact path, exact headers, exact members of a body. */
export function checkGrammar(requests: readonly WireRequest[], options: ProxyOptions): void {
  for (const request of requests) {
    checkLine(request, options);
    checkHeaders(request, options);
    checkBody(request, options);
  }
}

function checkLine({ line }: WireRequest, { edlink, pathwright }: ProxyOptions): void {
  const collection = `/api/v1/teams/${edlink.teamId.toLowerCase()}/onboardings`;
  const known = [
    ...lines.map((one) => one.replace('{collection}', collection)),
    ...(pathwright ? linkLines : []),
  ];
  assert.ok(
    known
      .map((one) => lineRule(one.replace('{school}', schoolRoot(pathwright))))
      .some((rule) => rule.test(line)),
    `no such line: ${line}`,
  );
}

/** A school that a function gives may be any. */
function schoolRoot({ school, baseUrl = '' }: Partial<NonNullable<ProxyOptions['pathwright']>> = {}): string {
  const root = `${baseUrl.replace(/^https?:\/\/[^/]*/, '')}/api/public`;
  return root.replace('{school}', typeof school === 'string' ? school : '{label}');
}

function lineRule(line: string): RegExp {
  const literal = line.replace(/[.?$/]/g, '\\$&');
  return RegExp(`^${literal.replace(/\{(\w+)\}/g, (_, name: keyof typeof patterns) => patterns[name])}$`);
}

function checkHeaders(request: WireRequest, options: ProxyOptions): void {
  const { line, headers, body } = request;
  const rules: Record<string, RegExp> = {
    ...usualHeaders,
    Authorization: authorizationOf(request, options),
    ...(line.startsWith('POST') && {
      'Content-Type': /^application\/json$/,
      'content-length': exactly(String(Buffer.byteLength(body, 'latin1'))),
    }),
  };
  assert.deepEqual(headers.map(([name]) => name).sort(), Object.keys(rules).sort(), line);
  for (const [name, value] of headers) assert.match(value, rules[name] as RegExp, `${name} of ${line}`);
}

/** The application's secret is for its integrations, a school's token for its links, and for nothing else. */
function authorizationOf(
  request: WireRequest,
  { edlink, pathwright, describeIntegration }: ProxyOptions,
): RegExp {
  if (isOfLinks(request)) return authorization('Token', pathwright?.token);
  const isOfOne = request.line.includes('/integrations/');
  return authorization('Bearer', isOfOne ? describeIntegration?.token : edlink.token);
}

const authorization = (scheme: string, token: unknown): RegExp =>
  typeof token === 'function' ? RegExp(`^${scheme} [\\x21-\\x7e]+$`) : exactly(`${scheme} ${String(token)}`);

const exactly = (text: string): RegExp => RegExp(`^${text.replace(/[^\w]/g, '\\$&')}$`);

function checkBody(request: WireRequest, options: ProxyOptions): void {
  const { line, body } = request;
  if (!line.startsWith('POST')) {
    assert.equal(body, '', line);
    return;
  }
  const fields = JSON.parse(body) as Record<string, unknown>;
  const known = isOfLinks(request) ? linkMembers : members;
  for (const [name, value] of Object.entries(fields)) {
    assert.ok(
      Object.hasOwn(known, name) && known[name]?.(value, options),
      `${name}: ${JSON.stringify(value)}`,
    );
  }
  const required = isOfLinks(request) ? Object.keys(linkMembers) : ['application_id', 'expiration_date'];
  for (const name of required) assert.ok(name in fields, body);
}
