import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { NetworkError } from '../../src/client/errors/network-error.js';
import { createProxyClient } from '../../src/client/proxy-client.js';
import { ourId } from '../contract/samples.js';
import { listen, read, remove } from './answering.js';

const isNetworkError = (error: unknown): boolean => {
  assert(error instanceof NetworkError);
  assert.equal(error.code, 'network');
  assert.notEqual(error.cause, undefined);
  return true;
};

const clientOf = async (context: TestContext, ...listener: Parameters<typeof listen>[1][]) =>
  createProxyClient({ proxy: new URL(await listen(context, listener[0]!)) });

describe('no answer', () => {
  it('is a network error: nobody is there', async () => {
    const client = createProxyClient({ proxy: new URL('http://127.0.0.1:1/') });
    await assert.rejects(read(client), isNetworkError);
  });

  it('is a network error: the connection ends before the answer', async (context) => {
    let requests = 0;
    const client = await clientOf(context, (request) => {
      requests++;
      request.socket.destroy();
    });
    await assert.rejects(remove(client), isNetworkError);
    // it is for the flow to ask again
    assert.equal(requests, 1);
  });

  it('is a network error: the connection ends in the middle of it', async (context) => {
    const client = await clientOf(context, (_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      response.write('{"id":');
      setTimeout(() => response.socket?.destroy(), 20);
    });
    await assert.rejects(read(client), isNetworkError);
  });

  it('is asked for once, also when the server is in trouble', async (context) => {
    let requests = 0;
    const client = await clientOf(context, (_, response) => {
      requests++;
      response.writeHead(503, { 'Retry-After': '0' }).end();
    });
    await assert.rejects(read(client));
    assert.equal(requests, 1);
  });
});

// How long the client waits is tried in browsers: Node 20 may collect the link between an abort and its request.
describe('an abort', () => {
  /** Aborts when the server has come this far. */
  const abortedAt = async (context: TestContext, moment: 'request' | 'body') => {
    const controller = new AbortController();
    const reason = new Error('the element has gone');
    const client = await clientOf(context, (_, response) => {
      if (moment === 'body') response.writeHead(200).write('{"id":');
      setTimeout(() => controller.abort(reason), 5);
    });
    await assert.rejects(client.readOnboarding(ourId, false, controller.signal), (error) => error === reason);
  };

  it('is its own reason, and no network error: before the answer', (context) =>
    abortedAt(context, 'request'));

  it('is so in the middle of the answer', (context) => abortedAt(context, 'body'));

  it('is so before the request, which is not sent', async (context) => {
    let requests = 0;
    const client = await clientOf(context, () => requests++);
    const reason = new Error('the element has gone');
    await assert.rejects(
      client.readOnboarding(ourId, false, AbortSignal.abort(reason)),
      (error) => error === reason,
    );
    assert.equal(requests, 0);
  });
});
