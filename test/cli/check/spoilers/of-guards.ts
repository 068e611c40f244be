import {
  altered,
  asAnna,
  isList,
  isOne,
  isSignedIn,
  page,
  pathOf,
  withHeaders,
  type Spoilt,
} from './spoiling.js';

/** Somebody is let in, or asked, who should not be. */
export const ofGuards: Record<string, Spoilt> = {
  'answers a login page with 200': {
    rules: ['signed-out'],
    line: /a login page with 200 .* answer 401 application\/problem\+json with the code unauthorized/,
    write: false,
    spoil: (proxy) => async (request) => (isSignedIn(request) ? proxy(request) : page(200, 'Sign in')),
  },
  'redirects to the login page': {
    rules: ['signed-out'],
    line: /a redirect for somebody who is not signed in/,
    write: false,
    spoil: (proxy) => async (request) =>
      isSignedIn(request)
        ? proxy(request)
        : new Response(null, { status: 302, headers: { Location: '/login' } }),
  },
  'guards reading, and not deleting': {
    rules: ['signed-out'],
    line: /no session, and no 401: look for the session first, on every route/,
    spoil: (proxy) => (request) =>
      proxy(request.method === 'DELETE' && !isSignedIn(request) ? asAnna(request) : request),
  },
  'says 403 without a session': {
    rules: ['signed-out'],
    line: /no session, and no 401/,
    write: false,
    spoil: (proxy) => async (request) =>
      isSignedIn(request) ? proxy(request) : altered(await proxy(request), { status: 403 }),
  },
  'lets a form in': {
    rules: ['client-header'],
    line: /not refused without X-Requested-With: connect-district/,
    write: false,
    spoil: (proxy) => (request) => proxy(withHeaders(request, { 'X-Requested-With': 'connect-district' })),
  },
  'lets another site in': {
    rules: ['cross-site'],
    line: /a request of another site was not refused/,
    write: false,
    spoil: (proxy) => (request) =>
      proxy(withHeaders(request, { 'Sec-Fetch-Site': 'same-origin', Origin: undefined })),
  },
  'trusts a browser without Fetch Metadata': {
    rules: ['cross-site'],
    line: /compare Origin, as a whole, with yours/,
    write: false,
    spoil: (proxy) => (request) =>
      proxy(request.headers.has('Sec-Fetch-Site') ? request : withHeaders(request, { Origin: undefined })),
  },
  'lets in whoever has a cookie': {
    rules: ['signed-out'],
    line: /no session, and no 401/,
    write: false,
    spoil: (proxy) => (request) =>
      proxy(request.headers.has('Cookie') && !isSignedIn(request) ? asAnna(request) : request),
  },
  'takes a request without Origin for its own': {
    rules: ['cross-site'],
    line: /refuse if there is none/,
    write: false,
    spoil: (proxy) => (request) =>
      proxy(request.headers.has('Origin') ? request : withHeaders(request, { 'Sec-Fetch-Site': undefined })),
  },
  'lets the same site in': {
    rules: ['cross-site'],
    line: /a request of another site was not refused/,
    write: false,
    spoil: (proxy) => (request) =>
      proxy(
        request.headers.get('Sec-Fetch-Site') === 'same-site'
          ? withHeaders(request, { 'Sec-Fetch-Site': 'same-origin' })
          : request,
      ),
  },
  'compares only how an Origin begins': {
    rules: ['cross-site'],
    line: /compare Origin, as a whole, with yours/,
    write: false,
    spoil: (proxy) => (request) =>
      proxy(
        request.headers.get('Origin')?.startsWith(new URL(request.url).origin)
          ? withHeaders(request, { Origin: undefined })
          : request,
      ),
  },
  'has a framework that takes every method': {
    rules: ['other-methods'],
    line: /PUT is no method of the contract/,
    spoil: (proxy) => async (request) =>
      request.method === 'PUT' && isSignedIn(request) ? Response.json({ ok: true }) : proxy(request),
  },
  'lets every origin read': {
    rules: ['cors'],
    line: /the origin https:\/\/evil.example may read the answer/,
    write: false,
    spoil: (proxy) => async (request) => {
      const origin = request.headers.get('Origin') ?? '';
      const headers = { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' };
      return altered(await proxy(request), { headers });
    },
  },
  'demands a CSRF token with a page': {
    rules: ['signed-out', 'create', 'no-pages'],
    line: /if it is the framework’s CSRF check, take this route out of it/,
    spoil: (proxy) => async (request) =>
      request.method === 'POST' ? page(403, 'CSRF verification failed') : proxy(request),
  },
  'forwards every path': {
    rules: ['unknown-path'],
    line: /a path that is not in the contract was not refused/,
    write: false,
    spoil: (proxy) => async (request) =>
      isList(request) ||
      isOne(request) ||
      request.method !== 'GET' ||
      /not-a-uuid|\/1$|null|%2F/.test(pathOf(request))
        ? proxy(request)
        : Response.json({ $data: [] }),
  },
  'forwards every id': {
    rules: ['malformed-id'],
    line: /match it against the UUID pattern before anything is sent upstream/,
    write: false,
    spoil: (proxy) => async (request) =>
      pathOf(request).endsWith('/not-a-uuid') ? Response.json({ error: 1 }, { status: 500 }) : proxy(request),
  },
  'falls over an id in capitals': {
    rules: ['capitals'],
    line: /turn it into small letters first/,
    spoil: (proxy) => async (request) =>
      isOne(request) && /[A-F]/.test(pathOf(request)) ? Response.json({}, { status: 500 }) : proxy(request),
  },
};
