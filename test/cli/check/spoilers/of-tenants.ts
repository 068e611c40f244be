import { altered, asAnna, isBen, isList, isOne, withBody, type Spoilt } from './spoiling.js';

/** Something of Anna's is visible to Ben, whose tenant is another. */
export const ofTenants: Record<string, Spoilt> = {
  'leaks another tenant’s onboarding': {
    rules: ['foreign-read'],
    line: /another tenant’s onboarding was not hidden: look the id up together with the tenant/,
    spoil: (proxy) => (request) =>
      proxy(isBen(request) && request.method === 'GET' && isOne(request) ? asAnna(request) : request),
  },
  'takes the second caller for the first': {
    rules: ['foreign-read', 'foreign-list', 'foreign-cursor', 'foreign-key', 'foreign-delete'],
    line: /foreign-read: .*\(or both sessions belong to one tenant\)/,
    spoil: (proxy) => (request) => proxy(isBen(request) ? asAnna(request) : request),
  },
  'takes the second caller for the first, and one key for two bodies': {
    rules: ['same-key', 'foreign-read', 'foreign-list', 'foreign-cursor', 'foreign-key', 'foreign-delete'],
    line: /foreign-read: another tenant’s onboarding was not hidden/,
    spoil: (proxy) => async (request) => {
      const mine = isBen(request) ? asAnna(request) : request;
      return proxy(
        request.method === 'POST'
          ? await withBody(mine, ({ provider_id, ...body }) =>
              typeof provider_id === 'string' && provider_id.length !== 36 ? { provider_id } : body,
            )
          : mine,
      );
    },
  },
  'leaks another tenant’s list': {
    rules: ['foreign-list'],
    line: /a list shows another tenant’s onboarding/,
    spoil: (proxy) => (request) => {
      const isFirstPage = isList(request) && !request.url.includes('cursor');
      return proxy(isBen(request) && isFirstPage ? asAnna(request) : request);
    },
  },
  'leaks another tenant’s list by ids': {
    rules: ['foreign-list'],
    line: /list only ids that your own records give to this tenant/,
    spoil: (proxy) => (request) =>
      proxy(isBen(request) && isList(request) && request.url.includes('?id=') ? asAnna(request) : request),
  },
  'takes another tenant’s cursor': {
    rules: ['foreign-cursor'],
    line: /bind cursors to the tenant/,
    spoil: (proxy) => (request) =>
      proxy(isBen(request) && isList(request) && request.url.includes('cursor') ? asAnna(request) : request),
  },
  'says 403 for another tenant’s': {
    rules: ['foreign-read'],
    line: /answer 404 like for an unknown id/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request.clone());
      if (!isBen(request) || request.method !== 'GET' || response.status !== 404) return response;
      const isAnnas = (await proxy(asAnna(request))).ok;
      return isAnnas ? altered(response, { status: 403 }) : response;
    },
  },
  'tells another tenant’s by a header': {
    rules: ['foreign-read'],
    line: /can be told from an unknown one by its header x-owner/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request.clone());
      if (!isBen(request) || request.method !== 'GET' || !isOne(request)) return response;
      const isAnnas = (await proxy(asAnna(request))).ok;
      return isAnnas ? altered(response, { headers: { 'X-Owner': 'somebody' } }) : response;
    },
  },
  'tells another tenant’s by its words': {
    rules: ['foreign-delete'],
    line: /can be told from an unknown one by its body/,
    spoil:
      (proxy, { proxy: own }) =>
      async (request) => {
        const response = await proxy(request.clone());
        if (!isBen(request) || request.method !== 'DELETE') return response;
        const isAnnas = (await own(asAnna(new Request(request, { method: 'GET' })))).ok;
        return isAnnas
          ? altered(response, { text: (text) => text.replace('{', '{"detail":"not yours",') })
          : response;
      },
  },
  'deletes another tenant’s, and says 404': {
    rules: ['foreign-delete'],
    line: /was refused and carried out all the same/,
    spoil: (proxy) => async (request) => {
      const response = await proxy(request.clone());
      if (isBen(request) && request.method === 'DELETE') await proxy(asAnna(request));
      return response;
    },
  },
  'shares keys between tenants': {
    rules: ['foreign-key'],
    line: /look keys up together with the tenant/,
    spoil: (proxy) => {
      const keys = new Set<string | null>();
      return (request) => {
        const key = request.headers.get('Idempotency-Key');
        if (!isBen(request)) keys.add(key);
        return proxy(
          isBen(request) && request.method === 'POST' && keys.has(key) ? asAnna(request) : request,
        );
      };
    },
  },
};
