import { altered, failure, isBen, isList, isOne, page, withHeaders, type Spoilt } from './spoiling.js';

/** What is answered is wrong, whoever asks. */
export const ofAnswers: Record<string, Spoilt> = {
  'wraps errors in HTML': {
    rules: ['no-pages'],
    line: /a web page: .* answer application\/problem\+json/,
    write: false,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return response.ok ? response : page(response.status, 'Oops');
    },
  },
  'sends errors as plain JSON': {
    rules: ['problems'],
    line: /no application\/problem\+json \(RFC 9457\)/,
    write: false,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return response.ok ? response : altered(response, { headers: { 'Content-Type': 'application/json' } });
    },
  },
  'sends problems without a code': {
    rules: ['problems'],
    line: /without a code of the contract: send "code": not_found/,
    write: false,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return response.status === 404 ? altered(response, { text: () => '{"title":"No"}' }) : response;
    },
  },
  'sends a code that is not of the status': {
    rules: ['unknown-id', 'problems'],
    line: /the code has to be not_found, not conflict/,
    write: false,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      const isUnknown = request.method === 'GET' && response.status === 404;
      return isUnknown
        ? altered(response, { text: (text) => text.replace('not_found', 'conflict') })
        : response;
    },
  },
  'lacks no-store on a 404': {
    rules: ['no-store'],
    line: /no Cache-Control: no-store/,
    write: false,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return response.status === 404
        ? altered(response, { headers: { 'Cache-Control': 'private' } })
        : response;
    },
  },
  'lacks no-store everywhere': {
    rules: ['no-store'],
    line: /send it with every answer, errors too \(and \d+ more such answers\)/,
    write: false,
    spoil: (proxy) => async (request) =>
      altered(await proxy(request), { headers: { 'Cache-Control': 'max-age=60' } }),
  },
  'has no usable Date': {
    rules: ['date'],
    line: /the Date header is no date \("today"\)/,
    write: false,
    spoil: (proxy) => async (request) => altered(await proxy(request), { headers: { Date: 'today' } }),
  },
  'leaves the onboarding in its envelope': {
    rules: ['shapes'],
    line: /in \$data: take it out of Edlink’s envelope/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      const isOnboarding = response.ok && (request.method === 'POST' || isOne(request));
      return isOnboarding ? altered(response, { text: (text) => `{"$data":${text}}` }) : response;
    },
  },
  'forgets the state': {
    rules: ['shapes'],
    line: /state is wrong/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      const isRead = request.method === 'GET' && isOne(request) && response.ok;
      return isRead ? altered(response, { text: (text) => text.replace('"state"', '"status"') }) : response;
    },
  },
  'says null on the last page': {
    rules: ['list'],
    line: /leave \$next out on the last page/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return isList(request) && response.ok
        ? altered(response, { text: (text) => JSON.stringify({ $next: null, ...JSON.parse(text) }) })
        : response;
    },
  },
  'gives the URL of the next page': {
    rules: ['list'],
    line: /\$next is a URL: it has to be the bare cursor/,
    write: false,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      const $next = 'https://app.example/edlink/onboardings?cursor=abc';
      return isList(request) && response.ok
        ? altered(response, { text: (text) => JSON.stringify({ ...JSON.parse(text), $next }) })
        : response;
    },
  },
  'writes another status into its problems': {
    rules: ['problems'],
    line: /the problem’s member status is 400, and the answer’s status 404/,
    write: false,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return response.status === 404
        ? altered(response, { text: (text) => text.replace('"status":404', '"status":400') })
        : response;
    },
  },
  'lets browsers guess': {
    rules: ['nosniff'],
    line: /no X-Content-Type-Options: nosniff/,
    write: false,
    spoil: (proxy) => async (request) =>
      altered(await proxy(request), { headers: { 'X-Content-Type-Options': '' } }),
  },
  'has a clock that is an hour behind': {
    rules: ['date'],
    line: /the Date is 60 minutes behind this machine’s clock/,
    write: false,
    spoil: (proxy) => async (request) =>
      altered(await proxy(request), { headers: { Date: new Date(Date.now() - 3_600_000).toUTCString() } }),
  },
  'answers 503 to every read': {
    rules: ['signed-in'],
    line: /the proxy answered 503 host_not_ready: see its own log/,
    write: false,
    spoil: (proxy) => (request) => (isOne(request) ? failure(503, 'host_not_ready') : proxy(request)),
  },
  'has no good token for Edlink': {
    rules: ['create'],
    line: /the proxy answered 502 upstream_credentials: Edlink refuses its token or its team/,
    spoil:
      (proxy, { simulator }) =>
      (request) => {
        if (request.method === 'POST')
          simulator.configure({
            faults: [{ kind: 'edlink-error', on: 'create', times: 1, code: 'INVALID_TOKEN' }],
          });
        return proxy(request);
      },
  },
  'answers 429, and goes on doing so': {
    rules: ['read'],
    line: /the proxy answered 429 rate_limited: wait, and check again/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      const isRead = request.method === 'GET' && isOne(request) && response.ok && !isBen(request);
      return isRead ? failure(429, 'rate_limited', { 'Retry-After': '1' }) : response;
    },
  },
  'falls over a cursor of somebody else’s': {
    rules: ['no-failures'],
    line: /the proxy answered 500 host_not_ready: see its own log/,
    spoil: (proxy) => (request) =>
      isBen(request) && request.url.includes('cursor=') ? failure(500, 'host_not_ready') : proxy(request),
  },
  'answers with another onboarding': {
    rules: ['read'],
    line: /another onboarding than the one that was asked for/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      const id = crypto.randomUUID();
      return request.method === 'GET' && isOne(request) && response.ok
        ? altered(response, { text: (text) => text.replace(/"id":"[^"]+"/, `"id":"${id}"`) })
        : response;
    },
  },
  'passes an access token on': {
    rules: ['no-secrets'],
    line: /an access token in an answer/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return response.ok && isOne(request)
        ? altered(response, { text: (text) => text.replace('{', '{"access_token":"abc",') })
        : response;
    },
  },
  'shows a stack trace': {
    rules: ['no-secrets'],
    line: /a stack trace in an answer/,
    write: false,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      const trace = String.raw`{"detail":"Traceback (most recent call last):\n  File x",`;
      return response.status === 404
        ? altered(response, { text: (text) => text.replace('{', trace) })
        : response;
    },
  },
  'repeats the session': {
    rules: ['no-secrets'],
    line: /the session that was sent in an answer/,
    write: false,
    spoil: (proxy) => async (request) => {
      const token = request.headers.get('X-Session-Token') ?? '';
      const response = await proxy(withHeaders(request, { 'X-Session-Token': undefined }));
      return altered(response, { headers: { 'X-Debug': token } });
    },
  },
};
