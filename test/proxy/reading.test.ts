import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, test } from 'node:test';
import { readAllowedFields } from '../../src/proxy/allowed-fields.js';
import { readJson, UnreadableBody } from '../../src/proxy/capped-reading.js';
import { ProxyFailure } from '../../src/proxy/failure.js';
import { readListQuery } from '../../src/proxy/list-query.js';
import { readRequestBody } from '../../src/proxy/request-body.js';
import { applicationId, canvasId, page } from './stage.js';

const refusal = (code: string, field: string, detail?: RegExp) => (error: unknown) =>
  error instanceof ProxyFailure &&
  error.code === code &&
  error.notes.field === field &&
  (detail === undefined || detail.test(error.notes.detail ?? ''));

describe('the fields of a creation', () => {
  const now = Date.UTC(2026, 8, 4);
  const allow = new Set(['provider_id', 'redirect_uri', 'expiration_date']);
  const read = (body: Record<string, unknown>, origins = [page]) =>
    readAllowedFields(body, { allow, applicationId, origins: new Set(origins), now });

  test('name our application in no other field, and as a text', () => {
    assert.deepEqual(read({ application_id: applicationId.toUpperCase() }), {
      application_id: applicationId,
    });
    assert.throws(() => read({ team_id: applicationId }), refusal('not_allowed', 'team_id'));
    for (const application_id of [canvasId, 7, null, [applicationId], {}])
      assert.throws(() => read({ application_id }), refusal('not_allowed', 'application_id'));
  });

  test('are refused with what was expected', () => {
    assert.throws(
      () => read({ provider_id: 7 }),
      refusal('invalid_request', 'provider_id', /^expected string$/),
    );
    assert.throws(
      () => read({ provider_id: 'x' }),
      refusal('invalid_request', 'provider_id', /^expected a UUID$/),
    );
  });

  test('have a redirect_uri of at most 2048 characters, without user and password', () => {
    const longest = `${page}/`.padEnd(2048, 'x');
    assert.equal(read({ redirect_uri: longest }).redirect_uri, longest);
    const ours = /^its origin must be one/;
    for (const redirect_uri of [`${longest}x`, 'https://:pw@app.example/', 'https://user@app.example/'])
      assert.throws(() => read({ redirect_uri }), refusal('not_allowed', 'redirect_uri', ours));
    assert.throws(
      () => read({ redirect_uri: page }, []),
      refusal('not_allowed', 'redirect_uri', /option is empty/),
    );
  });

  test('expire later than now and before the year 9999', () => {
    const at = (time: number) => read({ expiration_date: new Date(time).toISOString() }).expiresAt;
    for (const good of [now + 1, Date.UTC(9999, 0) - 1]) assert.equal(at(good), good);
    for (const bad of [now, now - 1, Date.UTC(9999, 0), Date.UTC(9999, 5)])
      assert.throws(() => at(bad), refusal('invalid_request', 'expiration_date'));
  });
});

describe('the query of a list', () => {
  const read = (query: string) => readListQuery(new URLSearchParams(query));

  test('keeps a state as it is, and ids in one spelling', () => {
    const { filters, ids } = read(`state=Created&provider_id=${canvasId.toUpperCase()}&id=${canvasId}`);
    assert.deepEqual([filters, ids], [{ state: 'Created', provider_id: canvasId }, [canvasId]]);
  });

  test('says what a filter looks like', () => {
    assert.throws(
      () => read('state=a-b'),
      refusal('invalid_request', 'state', /^created, started or completed$/),
    );
    assert.throws(() => read('user_id=x'), refusal('invalid_request', 'user_id', /^must be a UUID$/));
  });

  test('has a cursor or ids', () => {
    assert.equal(read('cursor=x').cursor, 'x');
    assert.throws(() => read(`id=${canvasId}&cursor=x`), refusal('invalid_request', 'cursor'));
  });
});

describe('the body of a request', () => {
  const read = (body: string, type = 'application/json') =>
    readRequestBody(
      new Request('https://app.example/', { method: 'POST', body, headers: { 'Content-Type': type } }),
    );
  const because = (status: number, detail: string) => (error: unknown) =>
    error instanceof ProxyFailure &&
    error.code === 'invalid_request' &&
    error.status === status &&
    error.notes.detail === detail;

  test('is a JSON object', async () => {
    assert.deepEqual(await read('{"a":1}', 'Application/JSON; charset=utf-8'), { a: 1 });
    for (const body of ['[]', 'null', '7', '"x"', '{', ''])
      await assert.rejects(read(body), because(422, 'send a JSON object'));
    for (const type of ['text/plain', 'text/application/json', 'application/jsonp', ''])
      await assert.rejects(read('{}', type), because(415, 'send application/json'));
  });

  test('has at most 8 KiB', async () => {
    assert.deepEqual(await read('{}'.padEnd(8192)), {});
    await assert.rejects(read('{}'.padEnd(8193)), because(413, 'send at most 8 KiB'));
  });
});

describe('a body', () => {
  const body = (...chunks: string[]) => new Blob(chunks).stream();
  const because = (reason: string) => (error: unknown) =>
    error instanceof UnreadableBody && error.reason === reason;

  test('is read up to its cap, and says why when it is not', async () => {
    const { signal } = new AbortController();
    assert.deepEqual(await readJson(body('[1,', '2]'), 5, signal), [1, 2]);
    await assert.rejects(readJson(body('[1,', '2]'), 4, signal), because('too_long'));
    await assert.rejects(readJson(body('[1,'), 5, signal), because('not_json'));
    await assert.rejects(readJson(body(''), 5, signal), because('empty'));
    await assert.rejects(readJson(null, 5, signal), because('empty'));
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });

  test('that stalls is cancelled at the deadline', async () => {
    const deadline = new AbortController();
    let reason: unknown;
    const stalled = new ReadableStream<Uint8Array>({ cancel: (given: unknown) => void (reason = given) });
    const reading = readJson(stalled, 5, deadline.signal);
    deadline.abort('too late');
    await assert.rejects(reading, (error) => error === 'too late');
    assert.equal(reason, 'too late');
  });
});
