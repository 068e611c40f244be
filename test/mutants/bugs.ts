/** A mistake that somebody could make, and the tests that must notice. */
export interface PlantedBug {
  name: string;
  what: string;
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
  caughtBy: string[];
}

export const bugs: PlantedBug[] = [
  {
    name: 'key-of-everybody',
    what: 'an idempotency key is not its tenant’s own',
    file: 'src/proxy/store/places.ts',
    find: '`key/${encodeURIComponent(tenant)}/${encodeURIComponent(key)}`',
    replace: '`key/${encodeURIComponent(key)}`',
    caughtBy: ['test/proxy/idempotency.test.ts'],
  },
  {
    name: 'base-path-by-prefix',
    what: 'the base path is matched by its beginning, so that /edlinked is /edlink',
    file: 'src/proxy/base-path.ts',
    find: 'if (text !== segment) return undefined;',
    replace: 'if (!text.startsWith(segment)) return undefined;',
    caughtBy: ['test/proxy/base-path.test.ts'],
  },
  {
    name: 'redirect-by-prefix',
    what: 'redirect_uri is compared by its beginning, so that https://app.example.evil.example is ours',
    file: 'src/proxy/allowed-fields.ts',
    find: 'origins.has(`${url.protocol}//${url.host}`)',
    replace: '[...origins].some((origin) => url.href.startsWith(origin))',
    caughtBy: ['test/proxy/threats/near-misses/bodies.test.ts'],
  },
  {
    name: 'origin-by-end',
    what: 'Origin is compared by its end, so that https://evil-app.example is ours',
    file: 'src/proxy/guards.ts',
    find: 'origins.has(origin)',
    replace: '[...origins].some((ours) => origin.endsWith(ours.slice("https://".length)))',
    caughtBy: ['test/proxy/threats/near-misses/headers.test.ts'],
  },
  {
    name: 'delete-for-everybody',
    what: 'the second route misses the guard: DELETE does not ask whose onboarding it is',
    file: 'src/proxy/delete-onboarding.ts',
    find: 'await findRecord(parts, exchange.caller, id)',
    replace: 'await store.recordOf(id)',
    caughtBy: ['test/proxy/foreign-ids.test.ts'],
  },
  {
    name: 'telling-404',
    what: 'the answer for a foreign id is not the one for an unknown id',
    file: 'src/proxy/read-onboarding.ts',
    find: 'if (!maySee(caller, record)) throw notFound();',
    replace:
      'if (!maySee(caller, record)) throw Object.assign(notFound(), record && { notes: { detail: "not yours" } });',
    caughtBy: ['test/proxy/foreign-ids.test.ts'],
  },
  {
    name: 'cache-before-tenant',
    what: 'what is remembered of a new onboarding is shown before anybody asks whose it is',
    file: 'src/proxy/read-onboarding.ts',
    find: 'const record = await findRecord(parts, exchange.caller, id);',
    replace:
      'const record = await (parts.reads.recall(id) ? parts.store.recordOf(id) : findRecord(parts, exchange.caller, id));',
    caughtBy: ['test/proxy/foreign-ids.test.ts'],
  },
  {
    name: 'lost-is-refused',
    what: 'an answer that was lost is taken for a refusal, so that the claim is given back and the next try makes two',
    file: 'src/proxy/making.ts',
    find: "if (error.effect === 'refused') {\n    // After",
    replace: 'if (error.effect) {\n    // After',
    caughtBy: ['test/proxy/lost-answers.test.ts'],
  },
  {
    name: 'nearest-date',
    what: 'after a lost answer the onboarding with about the right date is adopted, perhaps another district’s',
    file: 'src/proxy/lost-answer.ts',
    find: 'instants.has(Date.parse(expiration_date))',
    replace: '[...instants].some((instant) => Math.abs(instant - Date.parse(expiration_date)) < 1000)',
    caughtBy: ['test/proxy/lost-answers.test.ts'],
  },
  {
    name: 'cursor-for-everybody',
    what: 'a cursor is bound to nothing, and pages through another tenant’s list',
    file: 'src/proxy/cursors.ts',
    find: 'additionalData: new TextEncoder().encode(context)',
    replace: 'additionalData: new TextEncoder().encode("")',
    caughtBy: ['test/proxy/listing.test.ts'],
  },
  {
    name: 'told-too-late',
    what: 'the browser hears of the connection before the host does',
    file: 'src/proxy/shown-onboarding.ts',
    find: 'await completion.settle(record, onboarding);',
    replace: 'void completion.settle(record, onboarding).catch(() => undefined);',
    caughtBy: ['test/proxy/completion.test.ts'],
  },
  {
    name: 'lying-length',
    what: 'a body without an honest Content-Length may be as long as it likes',
    file: 'src/proxy/request-body.ts',
    find: 'readJson(request.body, longestBody,',
    replace:
      "readJson(request.body, Number(request.headers.get('Content-Length')) > longestBody ? longestBody : Infinity,",
    caughtBy: ['test/proxy/threats/near-misses/headers.test.ts'],
  },
  {
    name: 'stored-problems',
    what: 'problems may be stored by a cache between',
    file: 'src/proxy/answers.ts',
    find: "response.headers.set('Cache-Control', 'no-store');",
    replace: "if (response.ok) response.headers.set('Cache-Control', 'no-store');",
    caughtBy: ['test/proxy/threats/near-misses/headers.test.ts'],
  },
  {
    name: 'followed-redirect',
    what: 'a redirect of Edlink’s is followed, with the token',
    file: 'src/proxy/upstream-call.ts',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    caughtBy: ['test/proxy/threats/hostile-answers/hostile-answers.test.ts'],
  },
  {
    name: 'uuid-somewhere',
    what: 'a text with a UUID somewhere in it is an id, and may have a path around it',
    file: 'src/contract/uuid.ts',
    find: '/^[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}$/i',
    replace: '/[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}/i',
    caughtBy: ['test/contract/onboarding.test.ts'],
  },
];
