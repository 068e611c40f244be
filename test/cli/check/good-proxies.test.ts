import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nobody } from '../../../src/cli/check/caller.js';
import { check } from '../../../src/cli/check/check.js';
import { simulatorDefaults } from '../../../src/simulator/index.js';
import { authorize, setStage } from '../../proxy/stage.js';
import {
  alive,
  checkReference,
  complaints,
  everything,
  servePassThrough,
  session,
  setStageWithLinks,
  skippedRules,
} from './checking.js';
import { failure } from './spoilers/spoiling.js';

const isOfLinks = (id: string): boolean => /\blinks?\b/.test(id);

describe('the reference proxy', { concurrency: true }, () => {
  test('passes the full level, with two callers and a completed onboarding, and keeps nothing', async (context) => {
    const stage = await setStageWithLinks(context);
    const { onboarding } = await stage.create();
    stage.simulator.complete(onboarding.id);
    const url = new URL(`${stage.url}/edlink`);
    const report = await check({ ...everything, url, completed: onboarding.id });
    assert.deepEqual(complaints(report), []);
    assert.deepEqual(skippedRules(report), []);
    assert.equal(report.passed, report.rules.length);
    assert.deepEqual([report.leftBehind, alive(stage.simulator)], [[], [onboarding.id]]);
    const { createLink, deleteLink } = stage.simulator.requests.counts;
    assert.deepEqual([createLink, deleteLink], [0, 0]);
  });

  test('passes without links, whose rules are skipped then', async (context) => {
    const { report } = await checkReference(context);
    assert.deepEqual(complaints(report), []);
    assert.deepEqual(
      skippedRules(report).filter(isOfLinks),
      report.rules.map(({ id }) => id).filter(isOfLinks),
    );
  });

  test('passes for somebody who may read links and not write them', async (context) => {
    const stage = await setStageWithLinks(context, {
      authorize: async (...asked) => {
        const grant = await authorize(...asked);
        return grant && { ...grant, can: ['read', 'create', 'delete', 'links:read'] };
      },
    });
    const report = await check({ ...everything, url: new URL(`${stage.url}/edlink`) });
    assert.deepEqual(complaints(report), []);
    assert.deepEqual(skippedRules(report).filter(isOfLinks), ['link-fields']);
  });

  test('is only read unless --write is given', async (context) => {
    const { report, stage } = await checkReference(context, { write: false });
    assert.deepEqual(complaints(report), []);
    const methods = new Set(stage.log.map(({ route }) => route));
    assert.deepEqual([methods.has('createOnboarding'), methods.has('deleteOnboarding')], [false, false]);
    assert.deepEqual(stage.simulator.onboardings, []);
  });

  test('read only, another tenant is still kept from what is there', async (context) => {
    const stage = await setStage(context);
    await stage.create();
    const url = new URL(`${stage.url}/edlink`);
    const report = await check({ ...everything, url, write: false });
    const held = report.rules.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
    assert.deepEqual(complaints(report), []);
    assert.ok(['read', 'foreign-read', 'foreign-list'].every((id) => held.includes(id)));
  });
});

describe('a proxy that needs patience', { concurrency: true }, () => {
  test('passes before an Edlink whose replicas lag', async (context) => {
    const stage = await setStage(context, {}, { lagMilliseconds: 2500 });
    const report = await check({ ...everything, url: new URL(`${stage.url}/edlink`) });
    assert.deepEqual(complaints(report), []);
    assert.deepEqual(alive(stage.simulator), []);
  });

  test('passes although it shows the lag', async (context) => {
    const madeAt = new Map<string, number>();
    const { report } = await checkReference(context, {}, (proxy) => async (request) => {
      const id = request.url.split('/').at(-1) ?? '';
      if (request.method === 'GET' && Date.now() < (madeAt.get(id) ?? 0) + 1500)
        return proxy(new Request(request.url.replace(id, crypto.randomUUID()), request));
      const response = await proxy(request);
      if (response.status === 201)
        madeAt.set(((await response.clone().json()) as { id: string }).id, Date.now());
      return response;
    });
    assert.deepEqual(complaints(report), []);
  });

  test('passes although it asks for a pause now and then', async (context) => {
    let requests = 0;
    const { report } = await checkReference(context, {}, (proxy) => (request) => {
      const status = requests++ % 40 === 3 ? 429 : requests % 40 === 30 ? 503 : undefined;
      return status ? failure(status, 'rate_limited', { 'Retry-After': '1' }) : proxy(request);
    });
    assert.deepEqual(complaints(report), []);
  });
});

describe('a live onboarding that was there before', { concurrency: true }, () => {
  test('is not touched, and the line says so', async (context) => {
    const stage = await setStage(context);
    const { id } = (await stage.create()).onboarding;
    const report = await check({ ...everything, url: new URL(`${stage.url}/edlink`) });
    assert.equal(complaints(report).length, 1);
    assert.match(complaints(report)[0] ?? '', /^create: this onboarding was there before/);
    assert.deepEqual(alive(stage.simulator), [id]);
    assert.equal(stage.simulator.requests.counts.delete, 0);
  });

  test('nor is it when the proxy calls it new', async (context) => {
    const stage = await setStage(context);
    const { id } = (await stage.create()).onboarding;
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await globalThis.fetch(...request);
      return request[1]?.method === 'POST' && response.status === 200
        ? new Response(response.body, { status: 201, headers: response.headers })
        : response;
    };
    const report = await check({ ...everything, url: new URL(`${stage.url}/edlink`), fetch });
    assert.match(complaints(report)[0] ?? '', /^create: this onboarding was there before/);
    assert.deepEqual(alive(stage.simulator), [id]);
  });
});

describe('a bare pass-through', { concurrency: true }, () => {
  const body = { application_id: simulatorDefaults.applicationId };
  const basic = { ...everything, level: 'basic', caller: nobody, other: undefined, body } as const;

  for (const settings of [
    {},
    { createStatus: 200 },
    { createStatus: 201, envelope: true, deleteAnswer: '200-body' },
    { envelope: false, noneAs: 'zero', errorStatus: 'always-400' },
  ] as const) {
    test(`passes the basic level before an Edlink with ${JSON.stringify(settings)}`, async (context) => {
      const { url, simulator } = await servePassThrough(context, settings);
      const report = await check({ ...basic, url });
      assert.deepEqual(complaints(report), []);
      assert.deepEqual([report.leftBehind, alive(simulator)], [[], []]);
    });
  }

  test('does not pass the full level', async (context) => {
    const { url, simulator } = await servePassThrough(context);
    const report = await check({ ...basic, url, level: 'full', caller: session('anna') });
    assert.ok(report.failed > 5);
    assert.deepEqual(alive(simulator), []);
  });
});
