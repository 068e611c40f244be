import assert from 'node:assert/strict';
import { Agent, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { createListener } from '../../src/proxy/node/listener.js';
import { setStage } from './stage.js';

describe('the listener', () => {
  test('leaves no half of a body on a connection for the next request', async (context) => {
    const { proxy } = await setStage(context);
    const server = createServer(createListener(proxy)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    context.after(() => {
      agent.destroy();
      server.close();
      server.closeAllConnections();
    });
    const { port } = server.address() as AddressInfo;
    const post = (body: Buffer) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = {
          'X-Requested-With': 'connect-district',
          Cookie: 'session=anna',
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        };
        const options = { port, agent, method: 'POST', path: '/edlink/onboardings', headers, timeout: 2_000 };
        const request = httpRequest(options, (response) => {
          response.resume().on('end', () => resolve(response.statusCode));
        });
        request.on('timeout', () => request.destroy(new Error('no answer on this connection')));
        request.on('error', reject).end(body);
      });
    for (let round = 0; round < 3; round++) {
      assert.equal(await post(Buffer.alloc(1_000_000, 'x')), 413);
      assert.equal(await post(Buffer.from('7')), 422);
    }
  });
});
