import { simulatorDefaults } from '../../../../src/simulator/index.js';
import { altered, failure, isBen, isList, isOne, withBody, withHeaders, type Spoilt } from './spoiling.js';

const isPost = ({ method }: Request): boolean => method === 'POST';
const keyOf = ({ headers }: Request): string => headers.get('Idempotency-Key') ?? '';
const isGoodKey = (key: string): boolean => /^[\w.~-]{16,128}$/.test(key);
const newKey = (request: Request): Request =>
  withHeaders(request, { 'Idempotency-Key': crypto.randomUUID() });
const provider_id = simulatorDefaults.googleClassroomId;
const withOtherProvider = (request: Request): Promise<Request> =>
  withBody(request, (body) => ({ ...body, provider_id }));

/** What is asked for is taken too literally, or not at all. */
export const ofRequests: Record<string, Spoilt> = {
  'ignores the key': {
    rules: ['same-key'],
    line: /the Idempotency-Key was used with another body before/,
    spoil: (proxy) => (request) =>
      proxy(isPost(request) && isGoodKey(keyOf(request)) ? newKey(request) : request),
  },
  'makes a second one for the same key': {
    rules: ['same-key'],
    line: /the same Idempotency-Key gave something else/,
    spoil: (proxy) => {
      const seen = new Set<string>();
      return async (request) => {
        const isAgain = seen.has(keyOf(request)) && isPost(request);
        if (isGoodKey(keyOf(request))) seen.add(keyOf(request));
        return proxy(isAgain ? newKey(await withOtherProvider(request)) : request);
      };
    },
  },
  'makes a second one beside the live one': {
    rules: ['live-one'],
    line: /a second onboarding, although one is live/,
    spoil: (proxy) => {
      let made = '';
      return async (request) => {
        const text = isPost(request) ? await request.clone().text() : '';
        const isSecond = made !== '' && made !== keyOf(request) && text === '{}' && isGoodKey(keyOf(request));
        const response = await proxy(isSecond ? await withOtherProvider(request) : request);
        if (response.status === 201) made = keyOf(request);
        return response;
      };
    },
  },
  'calls the live one new': {
    rules: ['live-one'],
    line: /answer 200, and 201 only for a new one/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return isPost(request) && response.status === 200 ? altered(response, { status: 201 }) : response;
    },
  },
  'begins anew with an ended key': {
    rules: ['key-ended'],
    line: /keep the keys of ended ones, and answer 409/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request.clone());
      return isPost(request) && response.status === 409 ? proxy(newKey(request)) : response;
    },
  },
  'makes two at once': {
    rules: ['at-once'],
    line: /claim the key and the tenant’s live one atomically/,
    spoil: (proxy) => {
      let underWay = 0;
      return async (request) => {
        if (!isPost(request)) return proxy(request);
        const text = await request.clone().text();
        underWay++;
        const isSecond = underWay > 1 && text === '{}';
        const mine = isSecond ? newKey(await withOtherProvider(request)) : request;
        return proxy(mine).finally(() => underWay--);
      };
    },
  },
  'needs no key': {
    rules: ['key-required'],
    line: /a POST without Idempotency-Key was not refused/,
    spoil: (proxy) => (request) =>
      proxy(isPost(request) && !isGoodKey(keyOf(request)) ? newKey(request) : request),
  },
  'reads JSON that says it is text': {
    rules: ['json-only'],
    line: /as a form can send it was not refused/,
    spoil: (proxy) => (request) =>
      proxy(isPost(request) ? withHeaders(request, { 'Content-Type': 'application/json' }) : request),
  },
  'falls over broken JSON': {
    rules: ['json-only'],
    line: /broken JSON was not refused/,
    spoil: (proxy) => async (request) => {
      if (!isPost(request)) return proxy(request);
      const text = await request.clone().text();
      return text.endsWith(':') ? Response.json({}, { status: 500 }) : proxy(request);
    },
  },
  'drops unknown fields silently': {
    rules: ['unknown-field'],
    line: /a field that is not allowed was not refused: pass on only fields of a list/,
    spoil: (proxy) => async (request) =>
      proxy(
        isPost(request) ? await withBody(request, ({ connect_district_check: _, ...body }) => body) : request,
      ),
  },
  'does not name the field': {
    rules: ['list-parameters', 'cursor', 'unknown-field', 'wrong-value', 'foreign-redirect'],
    line: /"field": "connect_district_check" has to be named, not null/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return response.status === 422
        ? altered(response, { text: (text) => text.replace(/,"field":"[^"]+"/, '') })
        : response;
    },
  },
  'drops automatic_approval silently': {
    rules: ['wrong-value'],
    line: /"automatic_approval": "connect-district-check" was not refused/,
    spoil: (proxy) => async (request) =>
      proxy(
        isPost(request) ? await withBody(request, ({ automatic_approval: _, ...body }) => body) : request,
      ),
  },
  'takes any redirect_uri': {
    rules: ['foreign-redirect'],
    line: /parse it and compare its origin with yours/,
    spoil: (proxy) => async (request) =>
      proxy(isPost(request) ? await withBody(request, ({ redirect_uri: _, ...body }) => body) : request),
  },
  'does not know no-cache': {
    rules: ['read'],
    line: /the proxy answered 501: see its own log/,
    spoil: (proxy) => async (request) => {
      const isFresh = request.headers.get('Cache-Control') === 'no-cache' && isOne(request);
      const response = await proxy(request);
      return isFresh && response.ok ? altered(response, { status: 501 }) : response;
    },
  },
  'takes a redirect_uri that begins well': {
    rules: ['foreign-redirect'],
    line: /@evil\.example\/ was not refused: .*never a prefix/,
    spoil: (proxy) => async (request) => {
      if (!isPost(request)) return proxy(request);
      const own = `${new URL(request.url).origin}@`;
      return proxy(
        await withBody(request, ({ redirect_uri, ...body }) =>
          redirect_uri === undefined || (redirect_uri as string).startsWith(own)
            ? body
            : { ...body, redirect_uri },
        ),
      );
    },
  },
  'says 400 for everything': {
    rules: [
      'list-parameters',
      'cursor',
      'same-key',
      'key-required',
      'json-only',
      'unknown-field',
      'wrong-value',
      'foreign-redirect',
    ],
    line: /answer 422 with the code invalid_request/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return [413, 415, 422].includes(response.status)
        ? altered(response, { status: 400, text: (text) => text.replace(/"status":\d+/, '"status":400') })
        : response;
    },
  },
  'falls over a filter': {
    rules: ['list-filters'],
    line: /the proxy answered 500 host_not_ready: see its own log/,
    spoil: (proxy) => (request) =>
      request.url.includes('?user_id=') ? failure(500, 'host_not_ready') : proxy(request),
  },
  'takes a cursor with other filters': {
    rules: ['cursor-filters'],
    line: /bind cursors to the filters/,
    // A page more than there is: whoever asks for it with the right filters finds it empty.
    spoil: (proxy) => async (request) => {
      const cursor = 'a-page-more';
      if (isList(request) && request.url.includes(cursor) && !isBen(request))
        return proxy(new Request(`${request.url.split('?')[0] ?? ''}?id=${crypto.randomUUID()}`, request));
      const response = await proxy(request);
      return request.url.endsWith('?limit=1') && response.ok && !isBen(request)
        ? altered(response, { text: (text) => JSON.stringify({ ...JSON.parse(text), $next: cursor }) })
        : response;
    },
  },
  'answers a deletion with 200': {
    rules: ['delete'],
    line: /delete it at Edlink and answer 204/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return response.status === 204 ? altered(response, { status: 200 }) : response;
    },
  },
  'shows a deleted one from its memory': {
    rules: ['delete'],
    line: /a deleted onboarding is still there/,
    spoil: (proxy) => {
      const memory = new Map<string, string>();
      return async (request) => {
        const at = `${request.headers.get('Cookie')} ${request.url}`;
        const response = await proxy(request);
        if (request.method !== 'GET' || !isOne(request)) return response;
        if (response.ok) memory.set(at, await response.clone().text());
        const known = memory.get(at);
        return known === undefined
          ? response
          : altered(response, {
              status: 200,
              headers: { 'Content-Type': 'application/json' },
              text: () => known,
            });
      };
    },
  },
  'does not remember what it deleted': {
    rules: ['delete-again'],
    line: /remember whose it was, and answer 204 again/,
    spoil: (proxy) => {
      const deleted = new Set<string>();
      return async (request) => {
        const url = new URL(request.url);
        if (request.method === 'DELETE' && deleted.has(url.pathname))
          return proxy(new Request(new URL(`/edlink/onboardings/${crypto.randomUUID()}`, url), request));
        const response = await proxy(request);
        if (response.status === 204) deleted.add(url.pathname);
        return response;
      };
    },
  },
  'deletes nothing, and says 204': {
    rules: ['delete'],
    line: /a deleted onboarding is still there/,
    spoil: (proxy) => {
      let isHonest = false;
      return async (request) => {
        if (request.method !== 'DELETE' || isHonest) return proxy(request);
        const read = await proxy(new Request(request, { method: 'GET' }));
        isHonest = read.ok;
        return read.ok ? altered(read, { status: 204 }) : proxy(request);
      };
    },
  },
  'serves any number of rows': {
    rules: ['list-parameters'],
    line: /limit was taken as it came/,
    write: false,
    spoil: (proxy) => (request) =>
      proxy(isList(request) ? new Request(request.url.replace('limit=101', 'limit=100'), request) : request),
  },
  'ignores parameters that it does not know': {
    rules: ['list-parameters'],
    line: /state_id was taken as it came/,
    write: false,
    spoil: (proxy) => (request) => proxy(new Request(request.url.replace(/\?state_id=.*/, ''), request)),
  },
  'ignores a cursor that it did not give': {
    rules: ['cursor'],
    line: /a made-up cursor was not refused/,
    write: false,
    spoil: (proxy) => (request) => proxy(new Request(request.url.replace(/\?cursor=.*/, ''), request)),
  },
  'ignores filters': {
    rules: ['list-filters'],
    line: /rows that do not fit the filter state/,
    spoil: (proxy) => (request) => proxy(new Request(request.url.replace(/\?state=.*/, ''), request)),
  },
  'lists nothing': {
    rules: ['listed'],
    line: /the list lacks the onboarding that was just made/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request);
      return isList(request) && response.ok ? altered(response, { text: () => '{"$data":[]}' }) : response;
    },
  },
};
