import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, type SimulatorSettingsPatch } from '../../../src/simulator/index.js';
import { createTimedSimulator } from '../calling.js';
import { post, schoolOf } from './calling.js';

const required = ['This field is required.'];
const body = { user_id: 123, external_id: 'person-1' };

/** The outcome of a POST to a school where member 456 is `taken`. */
async function posting(sent: unknown, settings: SimulatorSettingsPatch = {}) {
  const simulator = createSimulator(settings);
  const school = schoolOf(simulator);
  school.addLinks([{ user: 456, link_type: 'saml2', external_id: 'taken' }]);
  const { status, body } = await post(simulator, sent);
  return { status, body, made: school.links.slice(1) };
}

describe('creating', () => {
  test('answers as the sample does, without user', async () => {
    const { simulator, clock } = createTimedSimulator();
    const school = schoolOf(simulator);
    const { status, body: made } = await post(simulator, body);
    const last_external_update = new Date(clock.now).toISOString().replace('Z', '776Z');
    const fields = { id: 1, link_type: 'external', external_id: 'person-1', last_external_update };
    assert.deepEqual([status, made], [201, fields]);
    assert.deepEqual(school.links, [{ ...fields, user: 123 }]);
  });

  test('createdLinkOmitsUser and createLinkStatus', async () => {
    const { status, body: made } = await posting(body, {
      createdLinkOmitsUser: false,
      createLinkStatus: 200,
    });
    assert.deepEqual([status, (made as { user: number }).user], [200, 123]);
  });

  test('linkTimes: null at first', async () => {
    const { made } = await posting(body, { linkTimes: 'null-at-first' });
    assert.deepEqual(
      made.map((link) => link.last_external_update),
      [null],
    );
  });

  test('takes what Django REST Framework takes, in its way', async () => {
    const { made } = await posting({ user_id: '123', external_id: '  42 ', more: true });
    assert.deepEqual(
      made.map(({ user, external_id }) => [user, external_id]),
      [[123, '42']],
    );
    assert.equal((await posting({ user_id: 123, external_id: 42 })).made[0]?.external_id, '42');
  });

  const wrong: [title: string, sent: unknown, errors: object][] = [
    ['nothing', {}, { user_id: required, external_id: required }],
    ['null', { ...body, user_id: null }, { user_id: ['This field may not be null.'] }],
    ['no key', { ...body, user_id: 'ada' }, { user_id: ['Incorrect type. Expected pk value.'] }],
    ['a stranger', { ...body, user_id: 9 }, { user_id: ['Invalid pk "9" - object does not exist.'] }],
    ['blank', { ...body, external_id: ' ' }, { external_id: ['This field may not be blank.'] }],
    ['no text', { ...body, external_id: [] }, { external_id: ['Not a valid string.'] }],
    ['a null byte', { ...body, external_id: '\0a' }, { external_id: ['Null characters are not allowed.'] }],
    [
      'too long',
      { ...body, external_id: '💡'.repeat(256) },
      { external_id: ['Ensure this field has no more than 255 characters.'] },
    ],
    ['a list', [], { non_field_errors: ['Invalid data. Expected a dictionary.'] }],
    ['no JSON', '{', { detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' }],
  ];
  for (const [title, sent, errors] of wrong) {
    test(`refuses ${title}`, async () => {
      assert.deepEqual(await posting(sent), { status: 400, body: errors, made: [] });
    });
  }

  test('refuses what is not called JSON', async () => {
    const { status, body: refusal } = await post(createSimulator(), 'user_id=123', { type: 'text/plain' });
    const detail = 'Unsupported media type "text/plain" in request.';
    assert.deepEqual([status, refusal], [415, { detail }]);
  });

  test('longestExternalId counts characters', async () => {
    const length = (text: string) => posting({ ...body, external_id: text }, { longestExternalId: 2 });
    assert.equal((await length('💡💡')).status, 201);
    assert.equal((await length('abc')).status, 400);
  });

  test('unknownUser: 404', async () => {
    const refusal = await posting({ ...body, user_id: 9 }, { unknownUser: 'not-found' });
    assert.deepEqual(refusal, { status: 404, body: { detail: 'Not found.' }, made: [] });
  });

  test('duplicateExternalId: an error of the field, of no field, or none', async () => {
    const sent = { user_id: 123, external_id: 'taken' };
    const field = { external_id: ['This field must be unique.'] };
    assert.deepEqual(await posting(sent), { status: 400, body: field, made: [] });
    const none = { non_field_errors: ['The fields school, external_id must make a unique set.'] };
    const set = await posting(sent, { duplicateExternalId: 'non-field-error' });
    assert.deepEqual(set, { status: 400, body: none, made: [] });
    assert.equal((await posting(sent, { duplicateExternalId: 'allowed' })).made.length, 1);
  });

  test('oneLinkPerMember: enforced or not', async () => {
    const sent = { user_id: 456, external_id: 'second' };
    assert.equal((await posting(sent)).made.length, 1);
    const refusal = { user_id: ['This field must be unique.'] };
    assert.deepEqual(await posting(sent, { oneLinkPerMember: true }), {
      status: 400,
      body: refusal,
      made: [],
    });
  });
});
