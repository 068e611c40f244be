import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProxyOptions } from '../../../src/proxy/index.js';
import { jsonBodies, naughtyStrings, skipWithout, urlTexts } from '../../contract/corpora.js';
import { applicationId, school, setStage } from '../stage.js';

const path = '/edlink/onboardings';
const linksPath = '/edlink/links';
const bodies = jsonBodies();
const strings = naughtyStrings();
const urls = urlTexts();

/** Nothing at all, or the number of a link. */
const isFine = (text: string): boolean => /^([1-9]\d{0,14})?$/.test(text);

describe('JSON of all kinds', { skip: skipWithout(bodies) }, () => {
  test('as a request creates nothing, but for the empty object', async (context) => {
    const { call, simulator } = await setStage(context, { pathwright: {} });
    const created: string[] = [];
    // Of a longer one the answer comes while it is still being sent.
    for (const { name, bytes } of bodies.filter(({ bytes: { length } }) => length <= 8_192)) {
      const { status, problem } = await call('POST', path, { body: bytes });
      if (status < 300) created.push(name);
      else assert.ok(status === 422, `${name}: ${status} ${problem.code}`);
      assert.equal((await call('POST', linksPath, { body: bytes })).status, 422, name);
    }
    assert.deepEqual(created.sort(), ['i_structure_UTF-8_BOM_empty_object.json', 'y_object_empty.json']);
    assert.equal(simulator.onboardings.length, 1);
  });

  test('as an answer is no onboarding', async (context) => {
    let answer: Buffer | undefined;
    const { call, clock } = await setStage(context, {
      pathwright: {},
      fetch: (url, init) =>
        answer
          ? Promise.resolve(
              new Response(new Uint8Array(answer), { headers: { 'Content-Type': 'application/json' } }),
            )
          : fetch(url, init),
    });
    for (const { name, bytes } of bodies) {
      clock.passed += 10_000;
      answer = bytes;
      const read = await call('GET', `${path}/${applicationId}`, { as: 'staff' });
      const list = await call('GET', path, { as: 'staff' });
      assert.equal(read.problem.code, 'invalid_response', name);
      assert.equal(list.problem.code, 'invalid_response', name);
      assert.equal((await call('GET', linksPath)).problem.code, 'invalid_response', name);
    }
  });
});

describe('naughty strings', { skip: skipWithout(strings) }, () => {
  const places: Record<string, (text: string) => Parameters<Awaited<ReturnType<typeof setStage>>['call']>> = {
    'an id': (text) => ['GET', `${path}/${encodeURIComponent(text)}`],
    'a cursor': (text) => ['GET', `${path}?cursor=${encodeURIComponent(text)}`],
    'a member and its name': (text) => ['POST', path, { body: { [text]: text } }],
    'the number of a link': (text) => ['DELETE', `${linksPath}/${encodeURIComponent(text)}`],
    'a cursor of links': (text) => ['GET', `${linksPath}?cursor=${encodeURIComponent(text)}`],
    'a member of a link': (text) => [
      'POST',
      linksPath,
      { body: { user_id: 456, external_id: 'a', [text]: text } },
    ],
    'the user of a link': (text) => ['POST', linksPath, { body: { user_id: text, external_id: 'a' } }],
    'a redirect': (text) => ['POST', path, { body: { redirect_uri: text } }],
  };
  for (const [place, request] of Object.entries(places)) {
    test(`as ${place} are refused`, async (context) => {
      const { call, sent } = await setStage(context, { pathwright: {} });
      for (const text of strings.filter((one) => !isFine(one))) {
        const { status } = await call(...request(text));
        assert.ok(status === 404 || status === 422, `${status}: ${text}`);
      }
      assert.deepEqual(sent.requests(), []);
    });
  }

  test('as outside identities are data: they come back as they went', async (context) => {
    const { call, simulator } = await setStage(context, { pathwright: {} }, { longestExternalId: 1_000 });
    const { addMembers } = simulator.school(school);
    addMembers([{ id: 456, name: 'Anna' }]);
    const kept: string[] = [];
    for (const external_id of new Set(strings)) {
      const { status, link } = await call('POST', linksPath, { body: { user_id: 456, external_id } });
      if (status === 201) kept.push(link.external_id);
      else assert.equal(status, 422, external_id);
    }
    const { results } = (await call('GET', linksPath)).links;
    assert.deepEqual(
      results.map(({ external_id }) => external_id),
      kept.slice(0, results.length),
    );
    assert.ok(kept.length > strings.length / 2, `${kept.length} of ${strings.length}`);
  });

  test('as a tenant in the URL are another district', async (context) => {
    const { call } = await setStage(context, { basePath: '/districts/:tenant/edlink' });
    for (const text of strings) {
      const { status } = await call('GET', `/districts/${encodeURIComponent(text)}/edlink/onboardings`);
      assert.equal(status, 404, text);
    }
    assert.equal((await call('GET', '/districts/usd-259/edlink/onboardings')).status, 200);
  });
});

describe('URLs', { skip: skipWithout(urls) }, () => {
  const origins = ['http://example.com', 'https://example.com', 'https://test'];

  /** Each a district of their own, so that every creation is the first. */
  const visitor: ProxyOptions['authorize'] = ({ headers }) => {
    const tenant = headers.get('Cookie') ?? '';
    return { tenant, actor: tenant, scope: 'own', can: ['create'] };
  };

  test('as redirects go upstream as browsers understand them, or not at all', async (context) => {
    const { call, simulator } = await setStage(context, { origins, authorize: visitor });
    let passed = 0;
    for (const [index, { input, href, origin, username, password }] of urls.entries()) {
      const { status } = await call('POST', path, { as: `visitor${index}`, body: { redirect_uri: input } });
      const isOurs =
        href?.startsWith('blob:') !== true &&
        origins.includes(origin ?? '') &&
        username === '' &&
        password === '';
      assert.equal(status, isOurs ? 201 : 422, input);
      if (isOurs) assert.equal(simulator.onboardings[passed++]?.redirect_uri, href);
    }
    assert.ok(passed > 10, `${passed} are ours`);
  });
});
