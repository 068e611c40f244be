import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createSimulator, type SimulatorSettingsPatch } from '../../src/simulator/index.js';
import { call, create, createBody, createTimedSimulator, list, onboardingsPath, read } from './calling.js';

type Faults = NonNullable<SimulatorSettingsPatch['faults']>;

const post = (simulator: ReturnType<typeof createSimulator>, signal?: AbortSignal) =>
  call(simulator.fetch, 'POST', onboardingsPath, { body: createBody, ...(signal && { signal }) });

describe('the fault queue', () => {
  test('times: a fault leaves when it is used up, and the next one comes', async () => {
    const faults: Faults = [
      { kind: 'rate-limit', on: 'list', times: 2 },
      { kind: 'html-502', on: 'list', times: 1 },
    ];
    const simulator = createSimulator({ faults });
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await list(simulator)).status);
    assert.deepEqual(statuses, [429, 429, 502, 200]);
    assert.deepEqual(simulator.settings.faults, []);
  });

  test('on: it hits only the calls it names; without times, all of them', async () => {
    const simulator = createSimulator({ faults: [{ kind: 'html-500', on: 'read' }] });
    const id = await create(simulator);
    assert.equal((await list(simulator)).status, 200);
    assert.equal((await read(simulator, id)).status, 500);
    assert.equal((await read(simulator, id)).status, 500);
    simulator.configure({ faults: [] });
    assert.equal((await read(simulator, id)).status, 200);
  });

  test('a delay comes together with another fault', async () => {
    const faults: Faults = [
      { kind: 'html-502', on: 'list' },
      { kind: 'slow', milliseconds: 40 },
    ];
    const simulator = createSimulator({ faults });
    const start = performance.now();
    assert.equal((await list(simulator)).status, 502);
    assert.ok(performance.now() - start >= 39);
    assert.deepEqual(simulator.requests.log[0]?.faults, ['slow', 'html-502']);
  });
});

describe('refusals', () => {
  test('rate-limit: Retry-After as seconds, as a date that is never early, or none', async () => {
    const { simulator, clock } = createTimedSimulator();
    clock.now += 1;
    const retryAfter = async (retryAfterAs: 'seconds' | 'date' | 'none') => {
      simulator.configure({ faults: [{ kind: 'rate-limit', retryAfterAs, seconds: 7 }] });
      return (await list(simulator)).headers.get('Retry-After');
    };
    assert.equal(await retryAfter('seconds'), '7');
    assert.equal(await retryAfter('date'), 'Tue, 01 Sep 2026 08:00:08 GMT');
    assert.equal(await retryAfter('none'), null);
  });

  test('HTML, an Edlink error and a redirect do nothing', async () => {
    const rows: [fault: Faults[number], status: number, type: RegExp | null][] = [
      [{ kind: 'html-200' }, 200, /html/],
      [{ kind: 'html-500' }, 500, /html/],
      [{ kind: 'html-502' }, 502, /html/],
      [{ kind: 'html-504' }, 504, /html/],
      [{ kind: 'edlink-error' }, 500, /json/],
      [{ kind: 'edlink-error', code: 'NO_PERMISSION' }, 403, /json/],
      [{ kind: 'redirect', location: 'https://ed.link/login' }, 302, null],
    ];
    for (const [fault, status, type] of rows) {
      const simulator = createSimulator({ faults: [fault] });
      const answer = await post(simulator);
      assert.equal(answer.status, status, fault.kind);
      if (type) assert.match(answer.headers.get('Content-Type') ?? '', type);
      assert.equal(simulator.onboardings.length, 0);
    }
  });

  test('committed: the gateway gave up, but the work was done', async () => {
    const simulator = createSimulator({ faults: [{ kind: 'html-504', committed: true }] });
    assert.equal((await post(simulator)).status, 504);
    assert.equal(simulator.onboardings.length, 1);
  });
});

describe('spoiled answers', () => {
  test('non-json', async () => {
    const simulator = createSimulator({ faults: [{ kind: 'non-json', on: 'create' }] });
    const { status, text } = await post(simulator);
    assert.equal(status, 200);
    assert.throws(() => JSON.parse(text), SyntaxError);
    assert.equal(simulator.onboardings.length, 1);
  });

  test('huge: as many bytes as asked, or few that grow', async () => {
    const simulator = createSimulator({ faults: [{ kind: 'huge', bytes: 300_000 }] });
    assert.equal((await list(simulator)).text.length, 300_000);
    simulator.configure({ faults: [{ kind: 'huge', bytes: 300_000, gzip: true }] });
    const response = await simulator.fetch('http://edlink.test/api/v1/providers');
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(response.headers.get('Content-Encoding'), 'gzip');
    assert.ok(bytes.length < 3000);
    assert.equal(gunzipSync(bytes).length, 300_000);
  });

  test('override: fields of the object, or of each in a list', async () => {
    const simulator = createSimulator();
    const id = await create(simulator);
    for (const envelope of [true, false]) {
      simulator.configure({ envelope, faults: [{ kind: 'override', fields: { id: 'wrong', state: 7 } }] });
      const { object } = await read(simulator, id);
      assert.deepEqual([object.id, object.state], ['wrong', 7]);
      assert.equal((await list(simulator)).list[0]?.id, 'wrong');
    }
  });

  test('slow-bytes: the same answer, a little at a time', async () => {
    const simulator = createSimulator({ faults: [{ kind: 'slow-bytes', on: 'read', milliseconds: 2 }] });
    const id = await create(simulator);
    const start = performance.now();
    assert.equal((await read(simulator, id)).object.id, id);
    assert.ok(performance.now() - start > 30);
  });
});

describe('delays and the caller who leaves', () => {
  test('slow: nothing is done while it waits, but all of it although the caller has gone', async () => {
    const simulator = createSimulator({ faults: [{ kind: 'slow', milliseconds: 60 }] });
    await assert.rejects(post(simulator, AbortSignal.timeout(20)), { name: 'TimeoutError' });
    assert.equal(simulator.onboardings.length, 0);
    await new Promise((resolve) => setTimeout(resolve, 80));
    assert.equal(simulator.onboardings.length, 1);
  });

  test('slow-answer: all is done before the caller gives up', async () => {
    const simulator = createSimulator({ faults: [{ kind: 'slow-answer', milliseconds: 60 }] });
    await assert.rejects(post(simulator, AbortSignal.timeout(20)), { name: 'TimeoutError' });
    assert.equal(simulator.onboardings.length, 1);
  });

  test('hang: all is done, and no answer comes', async () => {
    const simulator = createSimulator({ faults: [{ kind: 'hang' }] });
    await assert.rejects(post(simulator, AbortSignal.timeout(20)), { name: 'TimeoutError' });
    assert.equal(simulator.onboardings.length, 1);
  });

  test('drop before, drop-after-commit after the work; both look the same', async () => {
    const simulator = createSimulator({
      faults: [{ kind: 'drop', times: 1 }, { kind: 'drop-after-commit' }],
    });
    await assert.rejects(post(simulator), TypeError);
    assert.equal(simulator.onboardings.length, 0);
    await assert.rejects(post(simulator), TypeError);
    assert.equal(simulator.onboardings.length, 1);
  });

  test('cut and truncate break the body', async () => {
    for (const kind of ['cut', 'truncate'] as const) {
      const simulator = createSimulator({ faults: [{ kind }] });
      await assert.rejects(post(simulator), TypeError);
      assert.equal(simulator.onboardings.length, 1);
    }
  });
});
