import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NetworkError } from '../../src/client/errors/network-error.js';
import { createProxyClient } from '../../src/client/proxy-client.js';
import { create, listen, read } from './answering.js';

describe('a time-out', { concurrency: true }, () => {
  it('covers an answer that drips without end (15 s)', async (context) => {
    const url = await listen(context, (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(drip));
    });
    const begin = performance.now();
    await assert.rejects(read(createProxyClient({ proxy: new URL(url) })), NetworkError);
    const took = performance.now() - begin;
    assert(took > 14_500 && took < 17_000, `${took} ms`);
  });

  it('leaves a POST more time than a GET', async (context) => {
    const url = await listen(context, () => undefined);
    const client = createProxyClient({ proxy: new URL(url) });
    const creation = create(client).then(
      () => 'answered',
      () => 'given up',
    );
    await assert.rejects(read(client), NetworkError);
    const later = new Promise((resolve) => setTimeout(resolve, 500, 'waiting'));
    assert.equal(await Promise.race([creation, later]), 'waiting');
  });
});
