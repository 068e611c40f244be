import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicationId, ourId } from '../contract/samples.js';
import { answering, create, read, remove } from './answering.js';

describe('every request', () => {
  for (const [name, act] of [
    ['POST', create],
    ['GET', read],
    ['DELETE', remove],
  ] as const)
    it(`says who it is and what it takes (${name})`, async (context) => {
      const { client, received } = await answering(context);
      await act(client);
      const [{ method, headers }] = received as [(typeof received)[0]];
      assert.equal(received.length, 1);
      assert.equal(method, name);
      assert.equal(headers['x-requested-with'], 'connect-district');
      assert.equal(headers.accept, 'application/json');
    });

  it('carries the host’s headers, asked for anew each time', async (context) => {
    let asked = 0;
    const headers = () => Promise.resolve({ Authorization: `Bearer ${++asked}` });
    const { client, received } = await answering(context, {}, { headers });
    await create(client);
    await read(client);
    assert.deepEqual(
      received.map((request) => request.headers.authorization),
      ['Bearer 1', 'Bearer 2'],
    );
  });

  it('lets the host’s headers replace none of its own', async (context) => {
    const headers = () => ({ 'X-Requested-With': 'form', accept: 'text/html', 'idempotency-key': 'x' });
    const { client, received } = await answering(context, {}, { headers });
    await create(client);
    assert.equal(received[0]?.headers['x-requested-with'], 'connect-district');
    assert.equal(received[0].headers.accept, 'application/json');
    assert.equal(received[0].headers['idempotency-key'], 'a-key-that-is-long-enough');
  });

  it('is not sent when the host’s headers cannot be had', async (context) => {
    const reason = new Error('no token');
    const { client, received } = await answering(context, {}, { headers: () => Promise.reject(reason) });
    await assert.rejects(read(client), reason);
    assert.equal(received.length, 0);
  });
});

describe('a POST', () => {
  it('sends what is set, as JSON, under its key', async (context) => {
    const { client, received } = await answering(context);
    await create(client, { application_id: applicationId, provider_id: undefined });
    const [{ path, headers, body }] = received as [(typeof received)[0]];
    assert.equal(path, '/edlink/onboardings');
    assert.equal(headers['idempotency-key'], 'a-key-that-is-long-enough');
    assert.match(headers['content-type'] ?? '', /^application\/json/);
    assert.deepEqual(JSON.parse(body), { application_id: applicationId });
  });

  it('sends an empty object where nothing is set', async (context) => {
    const { client, received } = await answering(context);
    await create(client);
    assert.equal(received[0]?.body, '{}');
  });
});

describe('a GET', () => {
  it('has neither key nor body', async (context) => {
    const { client, received } = await answering(context);
    await read(client);
    const [{ path, headers, body }] = received as [(typeof received)[0]];
    assert.equal(path, `/edlink/onboardings/${ourId}`);
    assert.equal(headers['idempotency-key'], undefined);
    assert.equal(headers['content-type'], undefined);
    assert.equal(body, '');
  });

  it('asks for a fresh answer when it must', async (context) => {
    const { client, received } = await answering(context);
    await read(client, true);
    assert.equal(received[0]?.headers['cache-control'], 'no-cache');
  });

  it('may be answered from the proxy’s memory when it need not', async (context) => {
    const { client, received } = await answering(context);
    await read(client, false);
    // what a browser adds by itself for its own cache is `max-age=0`, and the proxy does not heed it
    assert.notEqual(received[0]?.headers['cache-control'], 'no-cache');
    assert.equal(received[0]?.headers.pragma, undefined);
  });
});

describe('the proxy’s URL', () => {
  for (const [proxy, path] of [
    ['/edlink', '/edlink/onboardings'],
    ['/edlink/', '/edlink/onboardings'],
    ['/edlink//', '/edlink/onboardings'],
    ['/', '/onboardings'],
    ['/districts/usd-259/edlink', '/districts/usd-259/edlink/onboardings'],
    ['/a%20b/ü', '/a%20b/%C3%BC/onboardings'],
  ] as const)
    it(`${proxy} leads to ${path}`, async (context) => {
      const { client, received } = await answering(context, {}, { path: proxy });
      await create(client);
      assert.equal(received[0]?.path, path);
    });

  it('is not changed by what is asked', async (context) => {
    const { client, received } = await answering(context);
    await create(client);
    await read(client);
    await create(client);
    assert.deepEqual(
      received.map(({ path }) => path),
      ['/edlink/onboardings', `/edlink/onboardings/${ourId}`, '/edlink/onboardings'],
    );
  });
});
