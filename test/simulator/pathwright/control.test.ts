import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, defaultSettings, SimulatorSettingsError } from '../../../src/simulator/index.js';
import { list, post, schoolOf, type LinkPage } from './calling.js';

type Simulator = ReturnType<typeof createSimulator>;

async function control(simulator: Simulator, method: string, path: string, body?: unknown) {
  const response = await simulator.fetch(`http://simulator.test/__simulator/${path}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const members = [{ id: 123, name: 'Ada Byron' }];

describe('a school', () => {
  test('has made-up members with a link each, and more of them when asked again', () => {
    const school = createSimulator().school('maple-valley');
    school.seedLinks(70);
    const links = school.seedLinks(70);
    assert.equal(new Set(school.links.map(({ external_id }) => external_id)).size, 140);
    assert.deepEqual(
      school.links.map(({ user }) => user),
      school.members.map(({ id }) => id),
    );
    assert.equal(links.filter(({ link_type }) => link_type === 'saml2').length, 14);
    const times = links.flatMap(({ last_external_update }) => last_external_update ?? []);
    assert.equal(times.length, 60);
    for (const time of times) assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  });

  test('gives copies away', () => {
    const simulator = createSimulator();
    const school = schoolOf(simulator);
    const [link] = school.addLinks([{ user: 123, external_id: 'ada' }]);
    Object.assign(link ?? {}, { external_id: 'changed' });
    Object.assign(school.links[0] ?? {}, { external_id: 'changed' });
    Object.assign(school.members[0] ?? {}, { name: 'changed' });
    assert.deepEqual([school.links[0]?.external_id, school.members[0]?.name], ['ada', 'Ada Byron']);
  });
});

describe('control routes', () => {
  test('members and links are added and shown', async () => {
    const simulator = createSimulator();
    assert.deepEqual(await control(simulator, 'POST', 'schools/maple-valley/members', members), {
      status: 200,
      body: members,
    });
    const link = { id: 7, user: 123, link_type: 'saml2', external_id: 'ada', last_external_update: null };
    const added = await control(simulator, 'POST', 'schools/maple-valley/links', [link]);
    assert.deepEqual(added, { status: 200, body: [link] });
    const shown = await control(simulator, 'GET', 'schools/maple-valley');
    assert.deepEqual(shown, { status: 200, body: { members, links: [link] } });
  });

  test('links are made up by the thousand', async () => {
    const simulator = createSimulator();
    await control(simulator, 'POST', 'schools/maple-valley/links', { count: 2500 });
    assert.equal(((await list(simulator)).body as LinkPage).count, 2500);
    assert.equal(simulator.school('cedar-falls').links.length, 0);
  });

  const wrong: [method: string, path: string, body: unknown, status: number][] = [
    ['GET', 'schools/nowhere', undefined, 404],
    ['POST', 'schools/maple-valley', [], 404],
    ['GET', 'schools/maple-valley/members', undefined, 404],
    ['POST', 'schools/maple-valley/members', [{ id: 0, name: 'Nobody' }], 422],
    ['POST', 'schools/maple-valley/links', [{ user: 9, external_id: 'x' }], 422],
    ['POST', 'schools/maple-valley/links', { count: -1 }, 422],
    ['POST', 'schools/maple-valley/links', undefined, 400],
  ];
  for (const [method, path, body, status] of wrong) {
    test(`${method} ${path} with ${JSON.stringify(body)}: ${status}`, async () => {
      const simulator = createSimulator();
      const { status: answered } = await control(simulator, method, path, body);
      assert.equal(answered, status);
      assert.deepEqual(simulator.school('maple-valley').links, []);
    });
  }

  test('reset forgets members, links, ids and counts', async () => {
    const simulator = createSimulator();
    simulator.school('maple-valley').seedLinks(3);
    await list(simulator);
    await simulator.fetch('http://simulator.test/__simulator/reset', { method: 'POST' });
    const school = simulator.school('maple-valley');
    assert.deepEqual([school.members, school.links], [[], []]);
    assert.equal(simulator.requests.counts.listLinks, 0);
    schoolOf(simulator);
    await post(simulator, { user_id: 123, external_id: 'ada' });
    assert.equal(school.links[0]?.id, 1);
  });

  test('a school handle stays good after a reset', async () => {
    const simulator = createSimulator();
    const school = schoolOf(simulator);
    simulator.reset();
    school.addMembers(members);
    await post(simulator, { user_id: 123, external_id: 'ada' });
    assert.equal(school.links.length, 1);
  });
});

describe('settings', () => {
  test('can be changed while it runs, and are checked', async () => {
    const simulator = createSimulator();
    assert.deepEqual(simulator.settings, defaultSettings);
    const { status } = await control(simulator, 'PATCH', 'settings', { linkPageSize: 7 });
    assert.deepEqual([status, simulator.settings.linkPageSize], [200, 7]);
    const wrong: [patch: object, setting: string][] = [
      [{ linkPageSize: 0 }, 'linkPageSize'],
      [{ linkPaging: 'pages' }, 'linkPaging'],
      [{ samlRefusal: 409 }, 'samlRefusal'],
      [{ schools: [{ name: 'a.b', token: 'x' }] }, 'schools.0.name'],
      [{ schools: [{ name: '../a', token: 'x' }] }, 'schools.0.name'],
      [{ faults: [{ kind: 'drop', on: 'listlinks' }] }, 'faults.0.on'],
    ];
    for (const [patch, setting] of wrong) {
      const named = (error: unknown) => error instanceof SimulatorSettingsError && error.setting === setting;
      assert.throws(() => simulator.configure(patch), named, setting);
    }
  });
});
