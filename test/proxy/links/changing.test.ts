import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fault } from '../../../src/simulator/index.js';
import { setSchoolStage, inWords } from './school-stage.js';

const wish = { user_id: 456, external_id: 'person-1' };

describe('a new link', () => {
  for (const createdLinkOmitsUser of [true, false]) {
    for (const createLinkStatus of [200, 201] as const) {
      test(`is answered with 201 and its user, after ${createLinkStatus}${createdLinkOmitsUser ? ' without one' : ''}`, async (context) => {
        const settings = { createdLinkOmitsUser, createLinkStatus };
        const { link, school } = await setSchoolStage(context, {}, settings);
        const made = await link(wish);
        assert.equal(made.status, 201);
        assert.deepEqual(made.link, school.links[0]);
        assert.deepEqual([made.link.user, made.link.external_id], [456, 'person-1']);
      });
    }
  }

  const texts = ['../../teams', 'x'.repeat(255), 'Ünï <b>', '"', '=1+1', '456', 'a\u0007b'];
  test('has any text as its identity: it is data', async (context) => {
    const { link, sent } = await setSchoolStage(context);
    for (const external_id of texts) {
      assert.equal((await link({ ...wish, external_id })).link.external_id, external_id);
      const { line, body } = sent.requests().at(-1) ?? { line: '', body: '' };
      assert.match(line, /^POST \/pathwright\/maple-valley\/api\/public\/link\/ HTTP/);
      assert.deepEqual(JSON.parse(Buffer.from(body, 'latin1').toString()), { ...wish, external_id });
    }
  });

  const wrong: [body: unknown, expected: string][] = [
    [{}, '422 invalid_request user_id'],
    [{ user_id: 456 }, '422 invalid_request external_id'],
    [{ external_id: 'a' }, '422 invalid_request user_id'],
    ...['456', 0, -1, 1.5, 2 ** 53, null, [456], true].map((user_id): [unknown, string] => [
      { ...wish, user_id },
      '422 invalid_request user_id',
    ]),
    ...['', ' \t', null, 7, ['a'], 'x'.repeat(1_001)].map((external_id): [unknown, string] => [
      { ...wish, external_id },
      '422 invalid_request external_id',
    ]),
    [{ ...wish, link_type: 'saml2' }, '422 not_allowed link_type'],
    [{ ...wish, user: 456 }, '422 not_allowed user'],
    [{ ...wish, school: 'cedar-falls' }, '422 not_allowed school'],
    ['{"user_id": 456, "external_id": "a", "__proto__": {}}', '422 not_allowed __proto__'],
    ['{"user_id": 456, "external_id": "a", "toString": 1}', '422 not_allowed toString'],
    ['[]', '422 invalid_request'],
    [`{"x": "${'x'.repeat(9_000)}"}`, '413 invalid_request'],
  ];
  test('that is wrong is refused by the field’s name, and nobody hears of it', async (context) => {
    const { link, sent, audited } = await setSchoolStage(context);
    for (const [body, expected] of wrong)
      assert.equal(inWords(await link(body)), expected, JSON.stringify(body));
    const asText = { headers: { 'Content-Type': 'text/plain' } };
    assert.equal(inWords(await link(wish, asText)), '415 invalid_request');
    assert.deepEqual([sent.requests(), audited], [[], []]);
  });

  test('that Pathwright refuses names our field, in our words', async (context) => {
    const { link, simulator } = await setSchoolStage(context);
    assert.equal(inWords(await link({ ...wish, user_id: 999 })), '422 invalid_request user_id');
    await link(wish);
    const again = await link(wish);
    assert.equal(inWords(again), '422 invalid_request external_id');
    assert.equal(again.problem.detail, undefined);
    simulator.configure({ duplicateExternalId: 'non-field-error' });
    assert.equal(inWords(await link(wish)), '409 conflict');
  });

  const lost: Record<string, [fault: Fault, expected: string]> = {
    'no answer': [{ on: 'createLink', kind: 'drop-after-commit' }, '502 upstream_unavailable'],
    'half an answer': [{ on: 'createLink', kind: 'cut' }, '502 invalid_response'],
    'a gateway’s page': [{ on: 'createLink', kind: 'html-502', committed: true }, '502 upstream_unavailable'],
    'an answer that never comes': [{ on: 'createLink', kind: 'hang' }, '504 upstream_unavailable'],
  };
  for (const [title, [fault, expected]] of Object.entries(lost)) {
    test(`is sent once, although there was ${title}`, async (context) => {
      const stage = await setSchoolStage(context, { pathwright: { timeout: 300 } }, { faults: [fault] });
      assert.equal(inWords(await stage.link(wish)), expected);
      assert.deepEqual(stage.asked(), ['POST /link/']);
      assert.equal(stage.school.links.length, 1);
    });
  }

  const others = { user: 457, external_id: 'person-2', id: 0 };
  for (const [name, value] of Object.entries(others)) {
    test(`whose ${name} is not what was asked for is no answer`, async (context) => {
      const faults = [{ kind: 'override' as const, fields: { [name]: value } }];
      const { link } = await setSchoolStage(context, {}, { faults });
      assert.equal(inWords(await link(wish)), '502 invalid_response');
    });
  }

  test('may lose the white space around its identity', async (context) => {
    const faults = [{ kind: 'override' as const, fields: { external_id: 'person-1' } }];
    const { link } = await setSchoolStage(context, {}, { faults });
    assert.equal((await link({ ...wish, external_id: ' person-1 ' })).link.external_id, 'person-1');
  });
});

describe('a link that is removed', () => {
  test('is gone', async (context) => {
    const { link, unlink, school, asked } = await setSchoolStage(context);
    const { id } = (await link(wish)).link;
    assert.equal((await unlink(id)).status, 204);
    assert.deepEqual(school.links, []);
    assert.equal(inWords(await unlink(id)), '404 not_found');
    assert.equal(asked().length, 3, 'nobody looks for it in the list');
  });

  test('is one of the caller’s own school', async (context) => {
    const { link, unlink, school } = await setSchoolStage(context);
    const { id } = (await link(wish)).link;
    assert.equal(inWords(await unlink(id, { as: 'ben' })), '404 not_found');
    assert.equal(school.links.length, 1);
  });

  for (const samlRefusal of [400, 403] as const) {
    test(`is not one of SAML2, which Pathwright refuses with ${samlRefusal}`, async (context) => {
      const { school, unlink, asked } = await setSchoolStage(context, {}, { samlRefusal, linkPageSize: 4 });
      const saml = school.seedLinks(12)[9]?.id ?? 0;
      const refused = await unlink(saml);
      assert.equal(inWords(refused), '409 conflict');
      assert.match(refused.problem.detail ?? '', /identity provider/);
      assert.deepEqual(asked(), [
        `DELETE /link/${saml}/`,
        'GET /link/',
        'GET /link/?page=2',
        'GET /link/?page=3',
      ]);
    });
  }

  test('is not one of a type that nobody knows', async (context) => {
    const { school, unlink } = await setSchoolStage(context);
    const [oidc] = school.addLinks([{ user: 456, external_id: 'a', link_type: 'oidc' }]);
    assert.equal(inWords(await unlink(oidc?.id ?? 0)), '409 conflict');
  });

  const refuseWith = (status: number) => [
    { on: 'deleteLink' as const, kind: 'pathwright-error' as const, status, body: { detail: 'No.' } },
  ];
  const refusals: [status: number, expected: string][] = [
    [400, '502 upstream_unavailable'],
    [401, '502 upstream_credentials'],
    [403, '502 upstream_credentials'],
    [405, '502 upstream_unavailable'],
  ];
  for (const [status, expected] of refusals) {
    test(`and refused with ${status} although it is no SAML2: ${expected}`, async (context) => {
      const { school, unlink } = await setSchoolStage(context, {}, { faults: refuseWith(status) });
      const [one] = school.addLinks([{ user: 456, external_id: 'a' }]);
      assert.equal(inWords(await unlink(one?.id ?? 0)), expected);
    });
  }

  test('and refused although it is not there any more is not found', async (context) => {
    const { unlink } = await setSchoolStage(context, {}, { faults: refuseWith(403) });
    assert.equal(inWords(await unlink(7)), '404 not_found');
  });

  test('is looked for in a hundred pages at most, and taken for SAML2 then', async (context) => {
    const { school, unlink, asked } = await setSchoolStage(context, {}, { linkPageSize: 1 });
    const saml = school.seedLinks(105).at(-1)?.id ?? 0;
    assert.equal(inWords(await unlink(saml)), '409 conflict');
    assert.equal(asked().length, 101);
  });

  test('is looked for as long as one call may last', async (context) => {
    const faults = [{ on: 'listLinks' as const, kind: 'slow' as const, milliseconds: 60 }];
    const settings = { linkPageSize: 1, faults };
    const { school, unlink, asked } = await setSchoolStage(
      context,
      { pathwright: { timeout: 200 } },
      settings,
    );
    const saml = school.seedLinks(50).at(-1)?.id ?? 0;
    assert.equal(inWords(await unlink(saml)), '409 conflict');
    assert.ok(asked().length < 8, `${asked().length} requests`);
  });

  test('is not looked for when nobody knows what happened', async (context) => {
    const faults = [{ on: 'deleteLink' as const, kind: 'html-500' as const }];
    const { school, unlink, asked } = await setSchoolStage(context, {}, { faults });
    const [saml] = school.addLinks([{ user: 456, external_id: 'a', link_type: 'saml2' }]);
    assert.equal(inWords(await unlink(saml?.id ?? 0)), '502 upstream_unavailable');
    assert.equal(asked().length, 1);
  });
});
