import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Sample, SharedMemory } from '../../../src/proxy/index.js';
import { openStore } from '../../../src/proxy/node/index.js';
import { defaultSchools } from '../../../src/simulator/simulator-defaults.js';
import { makeDirectory, otherSchool, school as ours } from '../stage.js';
import { inWords, path, setSchoolStage } from './school-stage.js';

const [{ token } = { token: '' }] = defaultSchools;

describe('a school', () => {
  test('may be one for everybody, with one token', async (context) => {
    const { list, school } = await setSchoolStage(context, { pathwright: { school: ours, token } });
    school.addLinks([{ user: 456, external_id: 'a' }]);
    for (const as of ['anna', 'ben', 'staff']) assert.equal((await list(null, { as })).links.count, 1);
  });

  test('is the caller’s, and so is the token', async (context) => {
    const asked: unknown[] = [];
    const pathwright = {
      school: async (caller: object) => {
        asked.push(caller);
        return Promise.resolve(ours);
      },
      token: (...given: unknown[]) => {
        asked.push(given);
        return token;
      },
    };
    const { list, link } = await setSchoolStage(context, { pathwright });
    const caller = { tenant: 'usd-259', actor: 'anna@usd259.example' };
    await list();
    await link({ user_id: 456, external_id: 'a' });
    assert.deepEqual(asked, [
      caller,
      ['read', { ...caller, school: ours }],
      caller,
      ['write', { ...caller, school: ours }],
    ]);
  });

  test('is that of the tenant in the URL, for the vendor’s staff', async (context) => {
    const basePath = '/districts/:tenant/edlink';
    const { call, sent } = await setSchoolStage(context, { basePath });
    const read = (tenant: string, as: string) => call('GET', `/districts/${tenant}/edlink/links`, { as });
    assert.equal((await read('usd-500', 'staff')).status, 200);
    assert.match(sent.requests()[0]?.line ?? '', RegExp(`/${otherSchool}/`));
    assert.equal(inWords(await read('usd-500', 'anna')), '404 not_found');
    assert.equal(sent.requests().length, 1);
  });

  const odd = [
    '',
    'Maple',
    'a.b',
    'evil.example/',
    'a@b',
    '-a',
    'a-',
    '../x',
    'a'.repeat(64),
    'ä',
    7,
    null,
    {},
  ];
  test('that is no first part of a host is nobody’s', async (context) => {
    let name: unknown;
    const { list, sent } = await setSchoolStage(context, {
      pathwright: { school: () => name as string, token },
    });
    for (name of odd) assert.equal(inWords(await list()), '500 host_not_ready', JSON.stringify(name));
    assert.deepEqual(sent.requests(), []);
  });

  test('whose function throws is 500 and not a word more', async (context) => {
    const school = () => {
      throw new Error('secret');
    };
    const { list } = await setSchoolStage(context, { pathwright: { school } });
    const answer = await list();
    assert.equal(inWords(answer), '500 host_not_ready');
    assert.doesNotMatch(answer.text, /secret/);
  });

  for (const bad of ['', 'two\r\nlines', undefined]) {
    test(`whose token is ${JSON.stringify(bad)} is not asked`, async (context) => {
      const { list, sent } = await setSchoolStage(context, { pathwright: { token: () => bad as string } });
      assert.equal(inWords(await list()), '500 host_not_ready');
      assert.deepEqual(sent.requests(), []);
    });
  }

  test('that does not know the token, or is none, is the host’s trouble', async (context) => {
    const { list, link } = await setSchoolStage(context, { pathwright: { token: 'other' } });
    assert.equal(inWords(await list()), '502 upstream_credentials');
    assert.equal(inWords(await link({ user_id: 456, external_id: 'a' })), '502 upstream_credentials');
    const nowhere = await setSchoolStage(context, { pathwright: { school: 'nowhere', token } });
    assert.equal(inWords(await nowhere.list()), '502 upstream_credentials');
  });
});

describe('a pause', () => {
  test('is for one school: not for another, and not for Edlink', async (context) => {
    const faults = [{ on: 'listLinks' as const, kind: 'rate-limit' as const, times: 1, seconds: 40 }];
    const { list, unlink, call, clock, asked } = await setSchoolStage(context, {}, { faults });
    for (let count = 0; count < 2; count++) {
      const answer = await list();
      assert.equal(inWords(answer), '429 rate_limited');
      assert.equal(answer.headers['retry-after'], '40');
    }
    assert.equal(inWords(await unlink(1)), '429 rate_limited');
    assert.equal(asked().length, 1);
    assert.equal((await list(null, { as: 'ben' })).status, 200);
    assert.equal((await call('GET', '/edlink/onboardings', { as: 'staff' })).status, 200);
    clock.passed += 40_001;
    assert.equal((await list()).status, 200);
  });

  test('is for all processes that share a store, under the school’s name', async (context) => {
    const pauses = new Map<string, number>();
    const shared: SharedMemory = {
      get: (name) => Promise.resolve(pauses.has(name) ? { text: '', lifetime: pauses.get(name) ?? 0 } : null),
      put: (name, _, lifetime) => Promise.resolve(void pauses.set(name, lifetime)),
      take: () => Promise.resolve(true),
      drop: () => Promise.resolve(),
    };
    const store = Object.assign(await openStore(await makeDirectory(context)), { shared });
    const faults = [{ on: 'listLinks' as const, kind: 'rate-limit' as const, times: 1, seconds: 40 }];
    const { list } = await setSchoolStage(context, { store }, { faults });
    assert.equal(inWords(await list()), '429 rate_limited');
    assert.deepEqual([...pauses], [[`pause/${ours}`, 40_000]]);
    assert.equal((await list(null, { as: 'ben' })).status, 200);
  });

  test('of Edlink’s is not for schools', async (context) => {
    const faults = [{ on: 'list' as const, kind: 'rate-limit' as const, times: 1, seconds: 40 }];
    const { list, call } = await setSchoolStage(context, {}, { faults });
    assert.equal((await call('GET', '/edlink/onboardings', { as: 'staff' })).status, 429);
    assert.equal((await list()).status, 200);
  });
});

describe('what is observed of links', () => {
  test('is counted by its own names, and no part of Edlink’s health', async (context) => {
    const samples: Sample[] = [];
    const stage = await setSchoolStage(context, { metrics: (sample) => samples.push(sample) });
    const { list, link, unlink, proxy, log, simulator } = stage;
    const { id } = (await link({ user_id: 456, external_id: 'canary' })).link;
    await unlink(id);
    simulator.configure({ faults: [{ on: 'listLinks', kind: 'html-500' }] });
    await list();
    assert.deepEqual(
      samples.map((one) => (one.kind === 'upstream' ? `${one.operation} ${one.outcome}` : one.kind)),
      ['createLink ok', 'request', 'deleteLink ok', 'request', 'listLinks upstream_unavailable', 'request'],
    );
    assert.equal(proxy.health().upstream, 'unknown');
    while (log.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(
      log.map(({ route, status }) => `${route} ${status}`),
      ['createLink 201', 'deleteLink 204', 'listLinks 502'],
    );
    assert.doesNotMatch(JSON.stringify([samples, log]), RegExp(`canary|${ours}|usd-259|anna|${path}`));
  });
});
