import assert from 'node:assert/strict';
import { exec } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, it, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { Link, LinkList } from '../../src/contract/link.js';
import type { Onboarding, OnboardingList } from '../../src/contract/onboarding.js';
import { clientHeader } from '../../src/contract/routes.js';
import { start, type Running } from './running.js';

interface Simulation extends Running {
  text: string;
  proxy: string;
  edlink: string;
  pathwright: string;
  /** What the text offers as a way to say who one is. */
  people: string[];
}

async function simulate(context: TestContext, ...parameters: string[]): Promise<Simulation> {
  const running = await start(context, ['simulate', '--port', '0', ...parameters]);
  const text = await running.printed(/Stop: Ctrl-C/);
  const url = (label: string) =>
    new RegExp(`${label} +(http://127\\.0\\.0\\.1:\\d+\\S*)\n`).exec(text)?.[1] ?? '';
  const people = [...text.matchAll(/^ +Authorization: (.+)$/gm)].map(([, value = '']) => value);
  return {
    ...running,
    text,
    proxy: url('Token proxy'),
    edlink: url('Simulated Edlink'),
    pathwright: url('Simulated Pathwright'),
    people,
  };
}

const as = (person: string | undefined) => ({
  headers: { [clientHeader.name]: clientHeader.value, ...(person && { Authorization: person }) },
});

const curl = async (text: string): Promise<Onboarding> => {
  const line = /^ +curl [^]*?-d '\{\}'$/m.exec(text)?.[0] ?? '';
  return JSON.parse((await promisify(exec)(line)).stdout) as Onboarding;
};

describe('connect-district simulate', () => {
  it('prints a line that starts an onboarding, whose page is where it says', async (context) => {
    const { text, edlink, proxy, people } = await simulate(context);
    const { id, state, $host } = await curl(text);
    assert.deepEqual([state, $host?.district], ['created', 'Maple Valley School District']);
    assert.ok(text.includes(`${edlink}/onboard/`));
    assert.equal((await fetch(`${edlink}/onboard/${id}`)).status, 200);
    const { headers } = as(people[0]);
    const fresh = { headers: { ...headers, 'Cache-Control': 'no-cache' } };
    const read = await fetch(`${proxy}/onboardings/${id}`, fresh);
    assert.equal(((await read.json()) as Onboarding).state, 'started');
  });

  it('knows two districts, and nobody else', async (context) => {
    const { text, proxy, people } = await simulate(context);
    const { id } = await curl(text);
    const statuses = [people[0], people[1], undefined, 'Bearer constructor'].map(
      async (person) => (await fetch(`${proxy}/onboardings/${id}`, as(person))).status,
    );
    assert.deepEqual(await Promise.all(statuses), [200, 404, 401, 401]);
    const list = await fetch(`${proxy}/onboardings`, as(people[1]));
    assert.deepEqual(((await list.json()) as OnboardingList).$data, []);
  });

  it('gives each district a school, whose links a line of it lists', async (context) => {
    const { text, proxy, people } = await simulate(context, '--set', 'linkPageSize=7');
    const line = /^ +curl \S+\/links [^]*?district'$/m.exec(text)?.[0] ?? '';
    const first = JSON.parse((await promisify(exec)(line)).stdout) as LinkList;
    assert.deepEqual([first.count, first.results.length], [25, 7]);
    const page = (await (await fetch(`${proxy}/links`, as(people[1]))).json()) as LinkList;
    const ids = new Set([...first.results, ...page.results].map(({ id }) => id));
    assert.deepEqual([page.count, ids.size], [25, 14]);
    const next = await fetch(`${proxy}/links?cursor=${page.next}`, as(people[1]));
    assert.equal(((await next.json()) as LinkList).results[0]?.id, (page.results.at(-1)?.id ?? 0) + 1);
  });

  it('creates and deletes links, and has none where there is no school', async (context) => {
    const schools = [{ name: 'maple-valley', token: 'another' }];
    const { proxy, people } = await simulate(context, '--set', `schools=${JSON.stringify(schools)}`);
    const { headers } = as(people[0]);
    const created = await fetch(`${proxy}/links`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ user_id: 1001, external_id: 'another-identity' }),
    });
    const { id } = (await created.json()) as Link;
    assert.deepEqual([created.status, id], [201, 26]);
    assert.equal((await fetch(`${proxy}/links/${id}`, { method: 'DELETE', headers })).status, 204);
    assert.equal((await fetch(`${proxy}/links`, as(people[1]))).status, 404);
  });

  it('tells what a proxy of one’s own needs', async (context) => {
    const { text, edlink, pathwright } = await simulate(
      context,
      '--set',
      'token=another',
      '--set',
      'envelope=false',
      '--set',
      'deleteAnswer=204',
    );
    const value = (label: string) => new RegExp(`${label} +(\\S+)`).exec(text)?.[1] ?? '';
    const answer = await fetch(`${edlink}/api/v1/teams/${value('team id')}/onboardings`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${value('token  ')}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ application_id: value('application id') }),
    });
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as Onboarding).state, 'created');
    const [, school = '', schoolToken = ''] = /school +(\S+), its token (\S+)/.exec(text) ?? [];
    const links = await fetch(`${pathwright.replace('{school}', school)}/api/public/link/`, {
      headers: { Authorization: `Token ${schoolToken}` },
    });
    assert.equal(((await links.json()) as LinkList).count, 25);
  });

  it('can be reached from this machine only', async (context) => {
    const { proxy, edlink } = await simulate(context);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    if (others.length === 0) context.skip('this machine has no other address');
    for (const url of [proxy, edlink]) {
      for (const { address } of others) {
        const socket = connect(Number(new URL(url).port), address);
        await assert.rejects(once(socket, 'connect'), { code: 'ECONNREFUSED' });
      }
    }
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`stops at ${signal}, with a connection open, and leaves nothing behind`, async (context) => {
      const { proxy, child, ended, leftovers } = await simulate(context);
      const socket = connect(Number(new URL(proxy).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => undefined);
      assert.equal((await leftovers()).length, 1);
      child.kill(signal);
      assert.deepEqual([(await ended).code, (await ended).complaint], [0, '']);
      assert.deepEqual(await leftovers(), []);
      await assert.rejects(fetch(proxy));
    });
  }

  it('says which port is taken, and leaves nothing behind', async (context) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    context.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    for (const option of ['--port', '--upstream-port']) {
      const other = option === '--port' ? [] : ['--port', '0'];
      const { ended, leftovers } = await start(context, ['simulate', option, String(port), ...other]);
      const { code, complaint } = await ended;
      assert.match(complaint, new RegExp(`^Port ${port} is taken`));
      assert.equal(code, 1);
      assert.deepEqual(await leftovers(), []);
    }
  });
});
