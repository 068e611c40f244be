import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import {
  onboardingListSchema,
  onboardingRequestSchema,
  onboardingSchema,
} from '../../src/contract/onboarding.js';
import { isUuid, zeroUuid } from '../../src/contract/uuid.js';
import { applicationId, integrationId, ourId } from './samples.js';

const bare = { id: ourId, state: 'created' };
const accepts = (changes: object): boolean => v.is(onboardingSchema, { ...bare, ...changes });
const read = (changes: object) => v.parse(onboardingSchema, { ...bare, ...changes });

const references = ['application_id', 'provider_id', 'user_id', 'team_id', 'integration_id'] as const;

describe('an onboarding', () => {
  it('needs an id and a state, and all else becomes null', () => {
    assert.deepEqual(v.parse(onboardingSchema, bare), {
      ...bare,
      redirect_uri: null,
      expiration_date: null,
      automatic_approval: null,
      ...Object.fromEntries(references.map((name) => [name, null])),
    });
  });

  for (const name of references)
    it(`refers to nothing by an absent, null or zero ${name}`, () => {
      for (const none of [undefined, null, zeroUuid]) assert.equal(read({ [name]: none })[name], null);
      assert.equal(read({ [name]: integrationId.toUpperCase() })[name], integrationId);
      for (const wrong of ['', 'x', `${integrationId} `, 0, false, {}, [integrationId]])
        assert(!accepts({ [name]: wrong }), JSON.stringify(wrong));
    });

  it('may say whose system was connected', () => {
    const integration = { provider: 'Canvas', team: 'Maple Valley' };
    assert.deepEqual(read({ $host: { integration } }).$host, { integration });
    assert.deepEqual(read({ $host: { integration: {} } }).$host, { integration: {} });
    for (const name of ['provider', 'team'])
      assert(!accepts({ $host: { integration: { [name]: 7 } } }), name);
  });

  it('has an id in lower case that is a thing', () => {
    assert.equal(read({ id: ourId.toUpperCase() }).id, ourId);
    for (const id of [undefined, null, '', zeroUuid, '..', ourId.slice(1), `${ourId}\n`, `{${ourId}}`, 7])
      assert(!accepts({ id }), String(id));
  });

  it('keeps a state that nobody knows, if it is a text', () => {
    for (const state of ['verifying', '', 'COMPLETED']) assert.equal(read({ state }).state, state);
    for (const state of [undefined, null, 1, {}]) assert(!accepts({ state }));
  });

  it('drops what nobody knows', () => {
    const output = read({
      access_token: 'secret',
      $request: ourId,
      $host: { email: 'x', district: 'USD 259' },
    });
    assert(!JSON.stringify(output).includes('secret'));
    assert.deepEqual(output.$host, { district: 'USD 259' });
  });

  it('expires at a date that can be read, or at none', () => {
    for (const date of ['2026-09-04T08:00:00.000Z', '2026-09-04T08:00:00+02:00', null, undefined])
      assert(accepts({ expiration_date: date }), String(date));
    for (const date of ['', 'soon', '2026-13-01T00:00:00Z', 1_700_000_000_000, true])
      assert(!accepts({ expiration_date: date }), String(date));
  });

  it('is told by the host in texts', () => {
    assert(accepts({ $host: { created_at: '2026-09-01T00:00:00Z', created_by: null, watched: true } }));
    for (const notes of [{ created_at: 'today' }, { district: 7 }, { watched: 'yes' }, 'USD 259'])
      assert(!accepts({ $host: notes }), JSON.stringify(notes));
  });

  it('is an object', () => {
    for (const body of [null, undefined, '', 'text', 7, true, []]) assert(!v.is(onboardingSchema, body));
  });
});

describe('a list', () => {
  it('may be empty, and may go on', () => {
    assert.deepEqual(v.parse(onboardingListSchema, { $data: [] }), { $data: [] });
    assert.equal(v.parse(onboardingListSchema, { $data: [bare], $next: 'c', more: 1 }).$next, 'c');
  });

  it('is spoiled by one wrong row', () => {
    for (const body of [
      {},
      [bare],
      { $data: bare },
      { $data: [bare, { ...bare, id: 'x' }] },
      { $data: [], $next: 7 },
    ])
      assert(!v.is(onboardingListSchema, body), JSON.stringify(body));
  });
});

describe('the body of a POST', () => {
  const isAllowed = (body: unknown): boolean => v.is(onboardingRequestSchema, body);

  it('may have any of six fields, or none', () => {
    assert(isAllowed({}));
    assert(
      isAllowed({
        provider_id: ourId,
        redirect_uri: 'https://app.example/return.html',
        expiration_date: '2026-09-04T08:00:00Z',
        team_id: ourId,
        application_id: applicationId,
        automatic_approval: false,
      }),
    );
  });

  it('has nothing else, and nothing else in them', () => {
    for (const body of [
      { user_id: ourId },
      { integration_id: ourId },
      { state: 'completed' },
      { id: ourId },
      { provider_id: zeroUuid },
      { provider_id: null },
      { team_id: '../teams' },
      { redirect_uri: '/return.html' },
      { expiration_date: 'tomorrow' },
      { automatic_approval: 'true' },
      null,
      'text',
    ])
      assert(!isAllowed(body), JSON.stringify(body));
  });
});

describe('a UUID', () => {
  it('is one in either case, and the zero UUID is none', () => {
    assert(isUuid(ourId) && isUuid(ourId.toUpperCase()));
    for (const text of [
      zeroUuid,
      '',
      '..',
      ` ${ourId}`,
      `${ourId}\n`,
      ourId.replaceAll('-', ''),
      `${ourId}/x`,
    ])
      assert(!isUuid(text), text);
  });
});
