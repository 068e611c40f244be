import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { openProxy, openStore, type NodeProxy } from '../../src/proxy/node/index.js';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { call } from './calling.js';
import { applicationId, authorize, makeDirectory, teamId, token } from './stage.js';

async function listen(context: TestContext, proxy: NodeProxy): Promise<string> {
  const server = createServer(proxy.listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('openProxy', () => {
  test('listens, sweeps by itself, closes, and can be opened again', async (context) => {
    const upstream = await serveSimulator();
    context.after(() => upstream.close());
    const connected: string[] = [];
    const options = {
      basePath: '/edlink',
      edlink: { token, teamId, applicationId, baseUrl: upstream.url },
      authorize,
      directory: await makeDirectory(context),
      sweepEvery: 50,
      onConnected: ({ tenant }: { tenant: string }) => connected.push(tenant),
    };
    const proxy = await openProxy(options);
    const url = await listen(context, proxy);
    const made = await call(url, 'POST', '/edlink/onboardings', { body: {} });
    assert.equal(made.status, 201);
    const { integration_id } = upstream.simulator.complete(made.onboarding.id);
    for (let wait = 0; connected.length === 0 && wait < 400; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.deepEqual(connected, ['usd-259']);
    await assert.rejects(openProxy(options), /is open already/);
    await proxy.close();
    const after = await call(url, 'GET', '/edlink/onboardings');
    assert.deepEqual([after.status, after.problem.code], [503, 'host_not_ready']);

    const second = await openProxy({ ...options, sweepEvery: false as const });
    assert.equal((await second.connectionOf('usd-259'))?.integration_id, integration_id);
    await second.close();
  });

  test('takes a store that others use too, and closes it', async (context) => {
    const store = await openStore(await makeDirectory(context));
    await store.connect({ tenant: 'usd-259', integration_id: 'i', now: 0 });
    const edlink = { token, teamId, applicationId };
    const proxy = await openProxy({ basePath: '/edlink', edlink, authorize, store, sweepEvery: false });
    assert.equal((await proxy.connectionOf('usd-259'))?.integration_id, 'i');
    await proxy.close();
    await assert.rejects(store.pending({ limit: 1 }));
  });

  test('refuses a path that would be resolved into another one', async (context) => {
    const edlink = { token, teamId, applicationId };
    const directory = await makeDirectory(context);
    const proxy = await openProxy({ basePath: '/edlink', edlink, authorize, directory, sweepEvery: false });
    context.after(() => proxy.close());
    const url = await listen(context, proxy);
    for (const path of ['/x/../edlink/onboardings', '/edlink/x/%2E./onboardings?limit=1']) {
      const answer = await call(url, 'GET', path);
      assert.deepEqual([answer.status, answer.problem.code], [404, 'not_found'], path);
    }
    for (const query of ['', '?limit=1', '?state=a%20b/../c']) {
      const { status } = await call(url, 'GET', `/edlink/onboardings${query}`);
      assert.notEqual(status, 404, query);
    }
  });

  test('gives the store back when an option is wrong', async (context) => {
    const directory = await makeDirectory(context);
    const edlink = { token, teamId, applicationId };
    await assert.rejects(openProxy({ basePath: 'edlink', edlink, authorize, directory }), /basePath/);
    await assert.rejects(
      openProxy({ basePath: '/x', edlink, authorize, directory, sweepEvery: 0 }),
      /sweepEvery/,
    );
    await (await openProxy({ basePath: '/edlink', edlink, authorize, directory })).close();
  });
});
