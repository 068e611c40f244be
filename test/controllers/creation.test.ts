import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProxyClient } from '../../src/client/proxy-client.js';
import { createCreation } from '../../src/controllers/creation.js';

const proxy = new URL('https://example.test/districts/maple/edlink');
const other = new URL('https://example.test/districts/other/edlink');
const { signal } = new AbortController();

/** A client whose next answers are these codes; without one it succeeds. */
function answering(...codes: string[]) {
  const keys: string[] = [];
  let made = 0;
  const client = {
    createOnboarding(_request: object, key: string) {
      keys.push(key);
      const code = codes.shift();
      return code
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : Promise.resolve({ onboarding: {}, date: undefined });
    },
  } as unknown as ProxyClient;
  const creation = createCreation(() => `key ${++made}`);
  const create = (request: object, url = proxy) =>
    creation.create(client, url, request, signal).catch(() => undefined);
  return { keys, create };
}

describe('the creation of an onboarding for a district', () => {
  for (const code of ['network', 'upstream_unavailable', 'invalid_response', 'rate_limited', 'unauthorized'])
    it(`is repeated with its key after ${code}`, async () => {
      const { keys, create } = answering(code);
      await create({ provider_id: 'canvas' });
      await create({ provider_id: 'canvas' });
      await create({ provider_id: 'canvas' });
      assert.deepEqual(keys, ['key 1', 'key 1', 'key 2']);
    });

  for (const code of ['invalid_request', 'not_allowed', 'conflict', 'forbidden'])
    it(`has a new key after ${code}, which is certain`, async () => {
      const { keys, create } = answering(code);
      await create({});
      await create({});
      assert.deepEqual(keys, ['key 1', 'key 2']);
    });

  it('has a new key for another request or another district', async () => {
    const { keys, create } = answering('network', 'network', 'network');
    await create({});
    await create({ provider_id: 'canvas' });
    await create({ provider_id: 'canvas' }, other);
    assert.equal(new Set(keys).size, 3);
  });
});
