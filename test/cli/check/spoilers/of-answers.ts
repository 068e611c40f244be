import { altered, isOne, page, withHeaders, type Spoilt } from './spoiling.js';

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
    line: /no Date header/,
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
