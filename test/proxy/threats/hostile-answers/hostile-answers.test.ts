import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { rights } from '../../../../src/contract/list-notes.js';
import { simulatorDefaults } from '../../../../src/simulator/index.js';
import { newKey, type Answer } from '../../calling.js';
import { applicationId, school, setStage, type Stage } from '../../stage.js';
import { byMember, byText, ofCreations, ofLists } from './bodies.js';
import { byHead, byStatus, byTransport } from './heads.js';
import { mark, serveHostile } from './hostile-upstream.js';
import { ofLinkPages, ofLinks } from './link-bodies.js';
import { expectedOn, routes, type Route, type Row } from './rows.js';

const path = '/edlink/onboardings';
const linksPath = '/edlink/links';
const ofEdlink = ['create', 'read', 'list', 'delete'] as const;
const ofPathwright = ['createLink', 'listLinks', 'deleteLink'] as const;

const groups: Record<string, { rows: Row[]; routes?: readonly Route[]; timeout?: number }> = {
  'the status': { rows: byStatus },
  'the head': { rows: byHead },
  'the transport': { rows: byTransport, timeout: 600 },
  'the text': { rows: byText },
  'the members': { rows: byMember, routes: ofEdlink },
  'a creation': { rows: ofCreations, routes: ['create'] },
  'a page': { rows: ofLists, routes: ['list'] },
  'a link': { rows: ofLinks, routes: ofPathwright },
  'a page of links': { rows: ofLinkPages, routes: ['listLinks'] },
};

for (const [group, { rows, timeout = 10_000, ...only }] of Object.entries(groups)) {
  describe(`hostile answers: ${group}`, { concurrency: true }, () => {
    for (const route of only.routes ?? routes) {
      test(route, async (context) => {
        const ground = await prepare(context, route, timeout);
        for (const [title, write, expected] of rows) {
          await context.test(title, async () => {
            ground.hostile.answer = write;
            assert.equal(await ground.tryHostile(), expectedOn(route, expected));
          });
        }
      });
    }
  });
}

/** A proxy whose upstream can be turned hostile, and a request to it that is good otherwise. */
async function prepare(context: TestContext, route: Route, timeout: number) {
  let good = '';
  let isHostile = false;
  const hostile = await serveHostile(context, () => good);
  const stage = await setStage(context, {
    edlink: { timeout },
    pathwright: { timeout, school, token: simulatorDefaults.schoolToken },
    authorize: ({ headers }) => {
      const tenant = /session=(\w+)/.exec(headers.get('Cookie') ?? '')?.[1] ?? '';
      return {
        tenant,
        actor: tenant,
        scope: tenant === 'staff' ? 'all' : 'own',
        can: [...rights],
      };
    },
    fetch: (url, init) => fetch(isHostile ? hostile.url + new URL(url as string).pathname : url, init),
  });
  const requests = goodRequests(stage);
  return {
    hostile,
    async tryHostile(): Promise<string> {
      const { answer: body, send } = await requests[route]();
      good = body;
      // No read is shared and no pause is obeyed for so long.
      stage.clock.passed += 700_000;
      isHostile = true;
      const answer = await send();
      isHostile = false;
      assert.ok(!`${answer.text} ${JSON.stringify(answer.headers)}`.includes(mark), answer.text);
      stage.clock.passed += 700_000;
      if (answer.status >= 300) assert.ok((await send()).status < 300, 'the same request a little later');
      return inWords(answer);
    },
  };
}

const inWords = ({ status, problem }: Answer): string =>
  status < 300 ? `${status}` : `${status} ${problem.code}`;

interface GoodRequest {
  /** What Edlink would answer. */
  answer: string;
  send: () => Promise<Answer>;
}

function goodRequests({ call, create, simulator }: Stage): Record<Route, () => Promise<GoodRequest>> {
  let count = 0;
  let standing: string | undefined;
  const { addMembers, addLinks } = simulator.school(school);
  addMembers([{ id: 456, name: 'Anna' }]);
  const onboarding = (id: string) => ({ id, state: 'created', application_id: applicationId });
  const stand = async () => {
    const isThere = simulator.onboardings.some(({ id, deletedAt }) => id === standing && deletedAt === null);
    if (!isThere) standing = (await create({ as: 'owner' })).onboarding.id;
    return standing as string;
  };
  return {
    create() {
      const as = `tenant${count++}`;
      const key = newKey();
      const answer = JSON.stringify(onboarding(crypto.randomUUID()));
      return Promise.resolve({ answer, send: () => call('POST', path, { as, key, body: {} }) });
    },
    async read() {
      const id = await stand();
      return {
        answer: JSON.stringify(onboarding(id)),
        send: () => call('GET', `${path}/${id}`, { as: 'owner' }),
      };
    },
    async list() {
      const answer = JSON.stringify({ $data: [onboarding(await stand())] });
      return { answer, send: () => call('GET', path, { as: 'staff' }) };
    },
    async delete() {
      const id = await stand();
      return {
        answer: JSON.stringify(onboarding(id)),
        send: () => call('DELETE', `${path}/${id}`, { as: 'owner' }),
      };
    },
    createLink() {
      const external_id = crypto.randomUUID();
      return Promise.resolve({
        answer: JSON.stringify({ id: 7, link_type: 'external', external_id }),
        send: () => call('POST', linksPath, { as: 'owner', body: { user_id: 456, external_id } }),
      });
    },
    listLinks() {
      const results = [{ id: 7, user: 456, link_type: 'external', external_id: 'a' }];
      const answer = JSON.stringify({ count: 1, next: null, previous: null, results });
      return Promise.resolve({ answer, send: () => call('GET', linksPath, { as: 'owner' }) });
    },
    deleteLink() {
      const external_id = crypto.randomUUID();
      const id = addLinks([{ user: 456, external_id }])[0]?.id;
      const answer = JSON.stringify({ id, link_type: 'external', external_id });
      return Promise.resolve({ answer, send: () => call('DELETE', `${linksPath}/${id}`, { as: 'owner' }) });
    },
  };
}
