import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { rights } from '../../../../src/contract/list-notes.js';
import { createProxy, type Grant, type Sample } from '../../../../src/proxy/index.js';
import { openStore } from '../../../../src/proxy/node/index.js';
import { simulatorDefaults } from '../../../../src/simulator/index.js';
import { makeDirectory, setStage } from '../../stage.js';
import { canaries, type Canary } from './canaries.js';
import { captureOutput, readBytes } from './capture.js';
import { findSecret } from './disguises.js';
import { hearEchoes, link, linksPath, live, refuse, type Echo, type Life } from './life.js';

const can: Grant['can'] = [...rights];
const people: Record<string, Grant> = {
  anne: { tenant: canaries.tenant, actor: canaries.actor, scope: 'own', can },
  ben: { tenant: canaries.otherTenant, actor: canaries.otherActor, scope: 'own', can },
  eve: { tenant: 'eve', actor: 'eve', scope: 'own', can },
  staff: { tenant: 'vendor', actor: 'staff', scope: 'all', can },
};

/** Where a secret may be looked for, and which of them are at home there. */
const homes: Record<string, Canary[]> = {
  'answers to the district': ['actor', 'identity'],
  'answers to the staff': ['actor', 'otherActor'],
  'answers to the neighbour': ['otherActor'],
  'answers to others': [],
  'the log': [],
  'the metrics': [],
  'stdout and stderr': [],
  'thrown errors': [],
  'requests upstream': ['school', 'identity'],
  'the store': ['tenant', 'otherTenant', 'actor', 'otherActor', 'key'],
};

test('a whole life of an onboarding leaves no secret anywhere', async (context) => {
  const books = await record(context);
  for (const [book, residents] of Object.entries(homes)) {
    await context.test(book, () => {
      const text = books[book] ?? '';
      assert.ok(text.length > 0, 'nothing was captured');
      for (const [name, secret] of Object.entries(canaries) as [Canary, string][]) {
        const found = findSecret(text, secret);
        if (residents.includes(name)) assert.ok(found, `${name} is missing: is anything captured?`);
        else assert.equal(found, undefined, `${name} is in it`);
      }
    });
  }
});

async function record(context: TestContext): Promise<Record<string, string>> {
  const output = captureOutput(context);
  const directory = await makeDirectory(context);
  const host = indiscreetHost();
  const answers = { anne: '', ben: '', staff: '', others: '' };
  const { applicationId: id, applicationName: name } = simulatorDefaults;
  const applications = [{ id, name, secret: canaries.applicationSecret }];
  const stage = await setStage(
    context,
    { ...host.options, store: await openStore(directory) },
    {
      token: canaries.token,
      applications,
      schools: [{ name: canaries.school, token: canaries.schoolToken }],
    },
  );
  const ask: Life['ask'] = async (method, path, options = {}) => {
    const { as = 'anne', headers } = options;
    const Cookie = `${as === null ? '' : `session=${as}; `}canary=${canaries.cookie}`;
    const answer = await stage.call(method, path, { ...options, headers: { Cookie, ...headers } });
    const whose = as !== null && as in answers ? (as as keyof typeof answers) : 'others';
    answers[whose] += `${answer.status} ${JSON.stringify(answer.headers)}\n${answer.text}\n`;
    return answer;
  };
  const life: Life = { stage, ask, echo: host.echo };
  const onboarding = await live(life);
  await link(life);
  await refuse(life, onboarding);
  await hearEchoes(life);
  const errors = await throwErrors(life, host.breakDown, directory);
  await stage.proxy.close();
  const tokens = [
    `Bearer ${canaries.token}`,
    `Bearer ${canaries.applicationSecret}`,
    `Token ${canaries.schoolToken}`,
  ];
  const sent = tokens.reduce((text, token) => {
    const line = `Authorization: ${token}\r\n`;
    assert.ok(text.includes(line), 'asked with each of them');
    return text.replaceAll(line, '');
  }, stage.sent.text());
  return {
    'answers to the district': answers.anne,
    'answers to the staff': answers.staff,
    'answers to the neighbour': answers.ben,
    'answers to others': answers.others,
    'the log': JSON.stringify(stage.log),
    'the metrics': JSON.stringify(host.samples),
    'stdout and stderr': `${output()} `,
    'thrown errors': errors,
    'requests upstream': sent,
    'the store': await readBytes(directory),
  };
}

/** A host whose functions say too much when they fail, and an Edlink that repeats what it is told. */
function indiscreetHost() {
  const samples: Sample[] = [];
  let isBroken = false;
  let echo: Echo | undefined;
  const orBreak = <T>(value: T): T => {
    if (isBroken) throw new Error(`${canaries.hostError} ${canaries.token}`);
    return value;
  };
  const options: Parameters<typeof setStage>[1] = {
    edlink: { token: () => orBreak(canaries.token) },
    pathwright: {
      school: ({ tenant }) => (tenant === canaries.otherTenant ? undefined : canaries.school),
      token: () => orBreak(canaries.schoolToken),
      audit: () => orBreak(undefined),
    },
    authorize: ({ headers }) => {
      const session = /session=(\w+)/.exec(headers.get('Cookie') ?? '')?.[1] ?? '';
      if (session === 'broken') throw new Error(`${canaries.hostError} ${headers.get('Cookie')}`);
      return people[session] ?? null;
    },
    describeTenant: () => orBreak({ district: 'Unified' }),
    describeIntegration: { token: () => orBreak(canaries.applicationSecret) },
    teamIdOf: () => orBreak(undefined),
    metrics: (sample) => samples.push(sample),
    onConnected: () => orBreak(undefined),
    fetch: (url, init) => (echo ? Promise.resolve(repeat(echo, url as string, init)) : fetch(url, init)),
  };
  return {
    options,
    samples,
    echo: (next: Echo | undefined) => void (echo = next),
    breakDown: () => void (isBroken = true),
  };
}

function repeat({ status, type, code }: Echo, url: string, init: RequestInit = {}): Response {
  const message = `${canaries.accessToken} ${JSON.stringify(init)}`;
  const body = { $request: canaries.token, $errors: [{ code, message }], access_token: canaries.accessToken };
  const told = encodeURIComponent(message);
  const headers = {
    'X-Echo': told,
    Location: `${url}?${told}`,
    'Retry-After': canaries.token,
    'Set-Cookie': told,
  };
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'Content-Type': type } });
}

/** Everything that the host's own code may catch and log, with all its causes. */
async function throwErrors({ stage, ask }: Life, breakDown: () => void, directory: string): Promise<string> {
  const { edlink, pathwright } = stage.options;
  const live = (await ask('POST', '/edlink/onboardings', { as: 'eve', body: {} })).onboarding.id;
  stage.simulator.complete(live);
  stage.clock.passed += 60_000;
  breakDown();
  const create = (changes: object) => () => createProxy({ ...stage.options, ...changes });
  const attempts: (() => unknown)[] = [
    create({ edlink: { ...edlink, token: `${canaries.token} ${canaries.applicationSecret}` } }),
    create({ edlink: { ...edlink, token: canaries.token, teamId: 'x' } }),
    create({ edlink: { ...edlink, token: canaries.token, baseUrl: `https://${canaries.clientId}@ed.link` } }),
    create({ pathwright: { ...pathwright, token: `${canaries.schoolToken} ${canaries.token}` } }),
    create({ pathwright: { ...pathwright, baseUrl: `https://${canaries.clientId}@{school}` } }),
    create({ store: undefined }),
    () => openStore(directory),
  ];
  const errors = await Promise.all(
    attempts.map((attempt) => Promise.resolve().then(attempt).catch(inspectAll)),
  );
  for (const [method, path] of [
    ['GET', `/${live}`],
    ['GET', ''],
    ['POST', ''],
    ['DELETE', `/${live}`],
  ] as const) {
    await ask(method, `/edlink/onboardings${path}`, { as: 'eve', body: method === 'POST' ? {} : undefined });
  }
  await ask('GET', linksPath, { as: 'eve' });
  await ask('POST', linksPath, { as: 'eve', body: { user_id: 456, external_id: canaries.identity } });
  await ask('DELETE', `${linksPath}/7`, { as: 'eve' });
  const swept = await stage.proxy.sweep();
  assert.ok(swept.failed > 0);
  return `${errors.join('\n')} ${JSON.stringify(swept)}`;
}

const inspectAll = (error: unknown): string => inspect(error, { depth: 10, showHidden: true });
