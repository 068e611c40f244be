import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { withoutUnreachable } from '../../scripts/build/unreachable.js';
import { inRoot } from '../../scripts/paths.js';
import type { createProxyClient, ProxyClient } from '../../src/client/proxy-client.js';
import { answering, create, listen, read, remove } from '../client/answering.js';
import { applicationId } from '../contract/samples.js';

const buildClient = (outDir: string, ...plugins: Plugin[]) =>
  build({
    configFile: false,
    logLevel: 'silent',
    plugins,
    build: {
      outDir,
      minify: false,
      lib: { entry: inRoot('src/client/proxy-client.ts'), formats: ['es'], fileName: 'client' },
    },
  });

describe('the client without what it cannot reach', () => {
  let folder: string;
  let createSmallClient: typeof createProxyClient;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connect-district-client-'));
    await buildClient(folder, withoutUnreachable);
    const module = (await import(pathToFileURL(join(folder, 'client.js')).href)) as {
      createProxyClient: typeof createProxyClient;
    };
    createSmallClient = module.createProxyClient;
  });
  after(() => rm(folder, { recursive: true }));

  const requests: Record<string, (client: ProxyClient) => Promise<unknown>> = {
    POST: (client) => create(client, { application_id: applicationId, provider_id: undefined }),
    GET: (client) => read(client, true),
    DELETE: remove,
  };
  for (const [method, request] of Object.entries(requests))
    it(`sends the same ${method}, and understands the same answer`, async (context) => {
      const headers = () => ({ Authorization: 'Bearer 1' });
      const reply = { headers: { Date: 'Fri, 04 Sep 2026 08:00:00 GMT' } };
      const { client, received, url } = await answering(context, reply, { headers });
      const small = createSmallClient({ proxy: new URL('/edlink', url), headers });
      assert.deepEqual(await request(small), await request(client));
      assert.deepEqual(received[0], received[1]);
    });

  for (const [status, code] of [
    [404, 'not_found'],
    [503, 'upstream_unavailable'],
  ] as const)
    it(`refuses ${status} as ${code}, asked once`, async (context) => {
      const { received, url } = await answering(context, { status, body: '' });
      await assert.rejects(read(createSmallClient({ proxy: new URL(url) })), { code });
      assert.equal(received.length, 1);
    });

  it('takes a cut connection for a network error, asked once', async (context) => {
    let asked = 0;
    const url = await listen(context, ({ socket }) => {
      asked++;
      socket.destroy();
    });
    await assert.rejects(read(createSmallClient({ proxy: new URL(url) })), { code: 'network' });
    assert.equal(asked, 1);
  });

  it('ends with the reason of its signal', async (context) => {
    const { url } = await answering(context);
    const reason = new Error('the element has gone');
    const small = createSmallClient({ proxy: new URL(url) });
    const { onboarding } = await create(small);
    await assert.rejects(small.readOnboarding(onboarding.id, false, AbortSignal.abort(reason)), reason);
  });

  it('is not built of a ky that reads differently', async () => {
    const otherKy: Plugin = {
      name: 'other-ky',
      transform: (code, id) => (id.includes('/ky/') ? code.replace('ky.stop =', 'ky.halt =') : undefined),
    };
    await assert.rejects(buildClient(folder, otherKy, withoutUnreachable), /ky\.stop =/);
  });
});
