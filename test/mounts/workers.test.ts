import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Connection } from '../../src/proxy/index.js';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { call } from '../proxy/calling.js';
import { bundleWorker, startWorker } from './workers.js';

describe('a worker', () => {
  test('imports nothing but its runtime', async () => {
    assert.deepEqual((await bundleWorker()).imports, ['cloudflare:workers']);
  });

  test('hears of a connection from its scheduled sweep, when no browser asks', async (context) => {
    const { url: edlinkUrl, simulator, close } = await serveSimulator();
    context.after(close);
    const miniflare = await startWorker(context, edlinkUrl);
    const { origin } = await miniflare.ready;
    const connection = async () => (await fetch(`${origin}/connection`)).json() as Promise<Connection | null>;

    const { onboarding } = await call(origin, 'POST', '/edlink/onboardings', { as: 'night', body: {} });
    const { integration_id } = simulator.complete(onboarding.id);
    assert.equal(await connection(), null);
    const { status } = await fetch(`${origin}/cdn-cgi/handler/scheduled`);
    assert.deepEqual([status, (await connection())?.integration_id], [200, integration_id]);
  });
});
