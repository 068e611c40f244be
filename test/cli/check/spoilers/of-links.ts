import {
  altered,
  asAnna,
  failure,
  isBen,
  isSignedIn,
  pathOf,
  withBody,
  withHeaders,
  type Spoilt,
} from './spoiling.js';

const isOfLinks = (request: Request): boolean => /\/links(\/|$)/.test(pathOf(request));
const isPage = (request: Request): boolean => isOfLinks(request) && request.method === 'GET';

const without = (request: Request, query: RegExp): Request =>
  new Request(request.url.replace(query, ''), request);

type Page = Record<string, unknown> & { results: Record<string, unknown>[] };

/** What is answered to a reader of links, as `change` makes it. */
const ofPages =
  (change: (page: Page) => object): Spoilt['spoil'] =>
  (proxy) =>
  async (request) => {
    const response = await proxy(request);
    if (!isPage(request) || !response.ok) return response;
    return altered(response, { text: (text) => JSON.stringify(change(JSON.parse(text) as Page)) });
  };

/** Something is wrong with Pathwright's links, of which there are three pages. */
export const ofLinks: Record<string, Spoilt> = {
  'shows Pathwright’s next page': {
    rules: ['links'],
    line: /next is an address of Pathwright’s: it has to be an opaque cursor/,
    spoil: ofPages((page) => ({
      ...page,
      next: 'https://maple-valley.pathwright.com/api/public/link/?page=2',
    })),
  },
  'takes the query for a cursor': {
    rules: ['links'],
    line: /next is an address of Pathwright’s/,
    spoil: ofPages((page) => ({ ...page, next: 'page=2' })),
  },
  'answers with a bare list of links': {
    rules: ['links'],
    line: /no page of links: answer 200 with/,
    spoil: ofPages(({ results }) => results),
  },
  'adds names to links': {
    rules: ['shapes'],
    line: /user_name is no member of a link: build the answer field by field/,
    spoil: ofPages((page) => ({
      ...page,
      results: page.results.map((row) => ({ ...row, user_name: 'Anna' })),
    })),
  },
  'leaves out of links what is null': {
    rules: ['shapes'],
    line: /last_external_update of a link is missing: write null/,
    spoil: ofPages((page) => ({
      ...page,
      results: page.results.map(({ last_external_update: _, ...row }) => row),
    })),
  },
  'numbers links by text': {
    rules: ['shapes'],
    line: /results\.0\.user is wrong/,
    spoil: ofPages((page) => ({
      ...page,
      results: page.results.map((row) => ({ ...row, user: `${row['user'] as number}` })),
    })),
  },
  'shows links to whoever is not signed in': {
    rules: ['links-guarded'],
    line: /links without a session: answer 401/,
    spoil: (proxy) => (request) => proxy(isPage(request) && !isSignedIn(request) ? asAnna(request) : request),
  },
  'shows links to another site': {
    rules: ['links-guarded'],
    line: /make the check of X-Requested-With, Sec-Fetch-Site and Origin on every route/,
    spoil: (proxy) => (request) =>
      proxy(
        isPage(request)
          ? withHeaders(request, { 'Sec-Fetch-Site': 'same-origin', 'X-Requested-With': 'connect-district' })
          : request,
      ),
  },
  'ignores cursors of links': {
    rules: ['links-pages'],
    line: /a made-up cursor of links was not refused/,
    spoil: (proxy) => (request) => proxy(isPage(request) ? without(request, /\?cursor=.*/) : request),
  },
  'begins links anew with every good cursor': {
    rules: ['links-pages'],
    line: /the next page of links has rows of the first/,
    spoil: (proxy) => (request) =>
      proxy(isPage(request) && !request.url.includes('check') ? without(request, /\?cursor=.*/) : request),
  },
  'ignores parameters of links': {
    rules: ['links-parameters'],
    line: /page was taken as it came: pass no parameter on/,
    spoil: (proxy) => (request) => proxy(isPage(request) ? without(request, /\?(page|user_id)=.*/) : request),
  },
  'answers for links that are no numbers': {
    rules: ['link-id'],
    line: /no number of a link: match it against/,
    spoil: (proxy) => (request) => proxy(isPage(request) ? without(request, /\/(0|1e3)$/) : request),
  },
  'takes every field of a link': {
    rules: ['link-fields'],
    line: /\{"connect_district_check":true\} was not refused as a link/,
    spoil: (proxy) => (request) =>
      isOfLinks(request) && request.method === 'POST' ? failure(404, 'not_found') : proxy(request),
  },
  'names no field of a link': {
    rules: ['link-fields'],
    line: /"field": "connect_district_check" has to be named, not "user_id"/,
    spoil: (proxy) => async (request) =>
      isOfLinks(request) ? proxy(await withBody(request, ({ user_id }) => ({ user_id }))) : proxy(request),
  },
  'takes another tenant’s cursor of links': {
    rules: ['foreign-links-cursor'],
    line: /bind cursors to the tenant and the school/,
    spoil: (proxy) => (request) =>
      proxy(isPage(request) && isBen(request) && request.url.includes('cursor') ? asAnna(request) : request),
  },
};
