import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InvalidResponseError } from '../../src/client/errors/invalid-response-error.js';
import { completed, integrationId, otherId, ourId } from '../contract/samples.js';
import { answering, create, onboardingJson, read, remove, type Reply } from './answering.js';

const json = { ...onboardingJson, state: 'completed', integration_id: integrationId };

describe('an answer', () => {
  for (const [shape, body] of [
    ['bare', json],
    ['in $data', { $data: json, $request: otherId }],
  ] as const)
    it(`is read ${shape}, with its Date`, async (context) => {
      const headers = { Date: 'Fri, 04 Sep 2026 08:00:00 GMT' };
      const { client } = await answering(context, { body, headers });
      const { onboarding, date } = await read(client);
      assert.equal(onboarding.id, completed.id);
      assert.equal(onboarding.integration_id, integrationId);
      assert.equal(date, Date.UTC(2026, 8, 4, 8));
    });

  it('may have no Date that can be read', async (context) => {
    const { client } = await answering(context, { headers: { Date: 'yesterday' } });
    assert.equal((await read(client)).date, undefined);
  });

  it('is ours in capitals too', async (context) => {
    const { client } = await answering(context, { body: { ...onboardingJson, id: ourId.toUpperCase() } });
    assert.equal((await read(client)).onboarding.id, ourId);
  });

  it('to a POST may be 200 or 201', async (context) => {
    for (const status of [200, 201]) {
      const { client } = await answering(context, { status });
      assert.equal((await create(client)).onboarding.id, ourId);
    }
  });

  for (const [what, reply] of [
    ['204', { status: 204 }],
    ['200 without a body', { body: '' }],
    ['200 with a body', { body: { $data: { id: ourId } } }],
    ['200 with something else', { body: 'gone' }],
  ] as const)
    it(`to a DELETE may be ${what}`, async (context) => {
      const { client } = await answering(context, reply);
      await assert.doesNotReject(remove(client));
    });
});

const page = '<!doctype html><title>Sign in</title><p>secret of somebody</p>'.padEnd(5000, '.');

describe('an answer that is none', () => {
  const table: [string, Reply, RegExp][] = [
    [
      'a page',
      { headers: { 'Content-Type': 'text/html' }, body: page },
      /answered 200, but it is a web page/,
    ],
    ['nothing', { body: '' }, /the body is "" where Object/],
    ['204', { status: 204 }, /answered 204, but the body is ""/],
    ['half of it', { body: JSON.stringify(json).slice(0, -1) }, /the body is/],
    ['null', { body: 'null' }, /the body is null where Object/],
    ['a list', { body: [json] }, /id is undefined where/],
    ['a list in $data', { body: { $data: [json] } }, /id is undefined where/],
    ['no id', { body: { state: 'created' } }, /id is undefined where "id" was expected/],
    ['a number for an id', { body: { ...json, id: 7 } }, /id is 7 where string was expected/],
    ['an id that is a path', { body: { ...json, id: '../x' } }, /id is "..\/x" where a UUID was expected/],
    ['no id at all', { body: { ...json, id: '00000000-0000-0000-0000-000000000000' } }, /where a UUID was/],
    ['no state', { body: { id: ourId } }, /state is undefined where "state" was expected/],
    ['a state that is none', { body: { ...json, state: null } }, /state is null where string was expected/],
    [
      'a broken integration',
      { body: { ...json, integration_id: 'x' } },
      /integration_id is "x" where a UUID or null/,
    ],
    [
      'a broken date',
      { body: { ...json, expiration_date: 'soon' } },
      /expiration_date is "soon" where an ISO 8601/,
    ],
    ['a broken note', { body: { ...json, $host: { district: 5 } } }, /\$host.district is 5 where string was/],
    ['somebody else’s', { body: { ...json, id: otherId } }, new RegExp(`its id is not ${ourId}`)],
  ];
  for (const [what, reply, message] of table)
    it(`says so: ${what}`, async (context) => {
      const { client, url } = await answering(context, {
        headers: { Date: 'Fri, 04 Sep 2026 08:00:00 GMT' },
        ...reply,
      });
      await assert.rejects(read(client), (error) => {
        assert(error instanceof InvalidResponseError);
        assert.equal(error.code, 'invalid_response');
        assert.equal(error.status, reply.status ?? 200);
        assert(error.message.startsWith(`${url}/edlink/onboardings/${ourId} answered`));
        assert.match(error.message, message);
        // long enough to recognise it, too short to carry it along
        assert(error.message.length < 300, `${error.message.length} characters`);
        return true;
      });
    });

  it('to a POST has no id to compare', async (context) => {
    const { client } = await answering(context, { body: { ...json, id: otherId } });
    assert.equal((await create(client)).onboarding.id, otherId);
  });
});
