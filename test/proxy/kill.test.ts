import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { call, newKey } from './calling.js';
import { canvasId, makeDirectory } from './stage.js';

const program = fileURLToPath(new URL('killed-proxy.ts', import.meta.url));
const path = '/edlink/onboardings';
const rounds = 4;

async function start(directory: string, upstream: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory, upstream], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: `http://127.0.0.1:${port.toString().trim()}` };
}

describe('kill -9', () => {
  test('at any moment: nothing acknowledged is lost, no key makes two', async (context) => {
    const upstream = await serveSimulator();
    const directory = await makeDirectory(context);
    context.after(() => upstream.close());
    const acknowledged = new Map<string, string>();
    const asked: { key: string; as: string; provider_id: string }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const { child, url } = await start(directory, upstream.url);
      const ask = async (one: (typeof asked)[number]) => {
        const { key, as, provider_id } = one;
        const { status, onboarding } = await call(url, 'POST', path, { key, as, body: { provider_id } });
        if (status < 300) acknowledged.set(key, acknowledged.get(key) ?? onboarding.id);
        if (status < 300) assert.equal(onboarding.id, acknowledged.get(key));
      };
      // The last round only asks again for everything, undisturbed.
      for (const one of asked) await ask(one);
      if (round < rounds) {
        const provider_id = upstream.simulator.settings.providers[round]?.id ?? canvasId;
        const fresh = ['anna', 'ben', 'staff'].map((as) => ({ key: newKey(), as, provider_id }));
        asked.push(...fresh);
        const work = fresh.map((one) => ask(one).catch(() => undefined));
        await new Promise((resolve) => setTimeout(resolve, round * 8));
        child.kill('SIGKILL');
        await Promise.all([once(child, 'exit'), ...work]);
        continue;
      }
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    assert.equal(acknowledged.size, asked.length);
    assert.equal(new Set(acknowledged.values()).size, asked.length);
    assert.equal(upstream.simulator.onboardings.length, asked.length);
  });
});
