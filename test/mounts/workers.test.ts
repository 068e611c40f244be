import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
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
    // What was read at the creation counts for some seconds.
    for (let round = 0; (await connection()) === null && round < 40; round++) {
      assert.equal((await fetch(`${origin}/cdn-cgi/handler/scheduled`)).status, 200);
      await pause(500);
    }
    assert.equal((await connection())?.integration_id, integration_id);
  });
});
