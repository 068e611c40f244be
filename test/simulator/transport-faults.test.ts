import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, beforeEach, describe, test } from 'node:test';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { simulatorDefaults } from '../../src/simulator/index.js';
import { call, createBody, onboardingsPath } from './calling.js';

const served = await serveSimulator();
const { simulator, url } = served;
after(() => served.close());
beforeEach(() => simulator.reset());

const post = (signal?: AbortSignal) =>
  call(fetch, 'POST', onboardingsPath, { base: url, body: createBody, ...(signal && { signal }) });

/** What really travels: `fetch` hides the difference between a reset and a polite end. */
function rawGet(path: string): Promise<{ bytes: string; ending: string }> {
  return new Promise((resolve) => {
    let bytes = '';
    const socket = connect(served.port, '127.0.0.1', () => {
      const { token } = simulatorDefaults;
      socket.write(`GET ${path} HTTP/1.1\r\nHost: simulator\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    });
    socket.on('data', (chunk) => (bytes += chunk.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve({ bytes, ending: error.code ?? 'error' }));
    socket.on('end', () => resolve({ bytes, ending: 'end' }));
  });
}

function lengths(bytes: string): { promised: number; received: number } {
  const [head = '', body = ''] = bytes.split('\r\n\r\n');
  return { promised: Number(/content-length: (\d+)/i.exec(head)?.[1]), received: body.length };
}

describe('over real HTTP', () => {
  test('an answer without a fault arrives whole', async () => {
    const { status, object } = await post();
    assert.deepEqual([status, object.id], [200, simulator.onboardings[0]?.id]);
  });

  test('drop: no byte, and nothing done', async () => {
    simulator.configure({ faults: [{ kind: 'drop' }] });
    await assert.rejects(post(), /fetch failed/);
    assert.equal(simulator.onboardings.length, 0);
    assert.equal((await rawGet('/api/v1/providers')).bytes, '');
  });

  test('drop-after-commit: no byte, and all done', async () => {
    simulator.configure({ faults: [{ kind: 'drop-after-commit' }] });
    await assert.rejects(post(), /fetch failed/);
    assert.equal(simulator.onboardings.length, 1);
  });

  test('hang: no answer, and all done', async () => {
    simulator.configure({ faults: [{ kind: 'hang' }] });
    await assert.rejects(post(AbortSignal.timeout(100)), { name: 'TimeoutError' });
    assert.equal(simulator.onboardings.length, 1);
  });

  test('cut: reset in the middle of the body', async () => {
    simulator.configure({ faults: [{ kind: 'cut' }] });
    const { bytes, ending } = await rawGet('/api/v1/providers');
    const { promised, received } = lengths(bytes);
    assert.equal(ending, 'ECONNRESET');
    assert.ok(received > 0 && received < promised);
    await assert.rejects(post(), TypeError);
  });

  test('truncate: a polite end in the middle of the body', async () => {
    simulator.configure({ faults: [{ kind: 'truncate' }] });
    const { bytes, ending } = await rawGet('/api/v1/providers');
    const { promised, received } = lengths(bytes);
    assert.equal(ending, 'end');
    assert.ok(received > 0 && received < promised);
    await assert.rejects(post(), TypeError);
  });

  test('cut hits an answer without a body too', async () => {
    const { object } = await post();
    simulator.configure({ deleteAnswer: '200-empty', faults: [{ kind: 'cut', on: 'delete' }] });
    const path = `${onboardingsPath}/${String(object.id)}`;
    await assert.rejects(call(fetch, 'DELETE', path, { base: url }), TypeError);
  });

  test('slow-bytes and a gzipped flood pass the adapter', async () => {
    simulator.configure({ faults: [{ kind: 'slow-bytes', milliseconds: 1, times: 1 }] });
    assert.equal((await post()).status, 200);
    simulator.configure({ faults: [{ kind: 'huge', bytes: 1_000_000, gzip: true }] });
    assert.equal((await post()).text.length, 1_000_000);
  });

  test('the caller who leaves in mid-answer does no harm', async () => {
    simulator.configure({ faults: [{ kind: 'slow-bytes', milliseconds: 20, times: 1 }] });
    await assert.rejects(post(AbortSignal.timeout(50)), { name: 'TimeoutError' });
    assert.equal((await post()).status, 200);
  });

  test('close ends connections that hang', async () => {
    const other = await serveSimulator({ settings: { faults: [{ kind: 'hang' }] } });
    const hanging = fetch(`${other.url}/api/v1/providers`);
    const rejected = assert.rejects(hanging, TypeError);
    while (other.simulator.requests.counts.providers === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await other.close();
    await rejected;
  });

  test('a port that is taken is an error', async () => {
    await assert.rejects(serveSimulator({ port: served.port }), { code: 'EADDRINUSE' });
  });
});
