import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { simulatorDefaults } from '../../src/simulator/index.js';
import { newBody } from '../proxy/stage.js';
import { token } from './canaries.js';
import { testContract } from './contract.js';
import { forgeries } from './full/guards.js';
import { skipReason, type Host } from './hosts.js';
import { page, path, useStage } from './stage.js';

const { canvasId, applicationId, teamId } = simulatorDefaults;
const body = { application_id: applicationId };

/** A bare pass-through: what it must hold, and the checker cannot see. The host behind it knows its sessions. */
export function testBasicLevel(host: Host): void {
  describe(`the ${host.name} example`, { skip: skipReason(host), concurrency: 1 }, () => {
    const stage = useStage(host);

    test('passes three routes on, and nothing of the browser’s request but id and body', async () => {
      const headers = { 'X-Evil': '1', Authorization: 'Bearer evil', 'Cache-Control': 'no-cache' };
      const created = await stage.call('POST', path, { body: { ...body, provider_id: canvasId }, headers });
      assert.equal(created.status, 200, 'as Edlink says it');
      const { id } = stage.simulator.onboardings[0]!;
      assert.ok(created.text.includes(id));
      await stage.call('GET', `${path}/${id}?$cursor=evil`, { headers });
      await stage.call('DELETE', `${path}/${id}`, { headers });
      const onboardings = `/api/v1/teams/${teamId}/onboardings`;
      assert.deepEqual(
        stage.sent.map((sent) => [sent.method, sent.path, sent.query, sent.authorization]),
        [
          ['POST', onboardings, [], `Bearer ${token}`],
          ['GET', `${onboardings}/${id}`, [], `Bearer ${token}`],
          ['DELETE', `${onboardings}/${id}`, [], `Bearer ${token}`],
        ],
      );
      const usual = ['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host'];
      for (const { headerNames } of stage.sent) {
        assert.deepEqual(
          headerNames.filter((name) => !usual.includes(name)),
          [],
        );
      }
      assert.deepEqual(newBody(stage.sent[0]!.body), { ...body, provider_id: canvasId });
    });

    test('refuses what is forged, before it asks anybody', async () => {
      const before = stage.sent.length;
      for (const [name, headers] of Object.entries(forgeries)) {
        for (const [method, url] of [
          ['POST', path],
          ['DELETE', `${path}/${canvasId}`],
        ] as const) {
          const { status, problem } = await stage.call(method, url, { body, headers });
          assert.deepEqual([status, problem.code], [403, 'forbidden'], name);
        }
      }
      assert.equal(stage.sent.length, before);
      const old = { 'Sec-Fetch-Site': undefined, Origin: page };
      assert.equal((await stage.call('GET', `${path}/${canvasId}`, { headers: old })).status, 404);
      assert.equal(stage.sent.length, before + 1);
    });

    test('asks the host who is signed in, and says 401 in words that the element reads', async () => {
      const before = stage.sent.length;
      for (const as of [null, 'nobody']) {
        const answer = await stage.call('POST', path, { body, as });
        assert.deepEqual([answer.status, answer.problem.code], [401, 'unauthorized']);
        assert.equal(answer.headers['content-type'], 'application/problem+json');
      }
      assert.equal(stage.sent.length, before);
    });

    test('has no other path and no other method', async () => {
      const before = stage.sent.length;
      for (const [method, url] of [
        ['GET', path],
        ['GET', `${path}/`],
        ['DELETE', path],
        ['POST', `${path}/${canvasId}`],
        ['PUT', `${path}/${canvasId}`],
        ['GET', `${path}/${canvasId}/`],
        ['GET', `${path}/${canvasId}%0a`],
        ['GET', `${path}/${canvasId}%2f..%2f..`],
        ['DELETE', `${path}/..`],
        ['GET', `/edlink/integrations/${canvasId}`],
        ['GET', '/_session'],
        ['GET', '/'],
      ] as const) {
        const { status, problem } = await stage.call(method, url);
        assert.deepEqual([status, problem.code], [404, 'not_found'], `${method} ${url}`);
      }
      assert.equal((await stage.call('POST', path, { body: 'x'.repeat(9_000) })).status, 422);
      assert.equal(stage.sent.length, before);
    });

    test('a token that Edlink refuses is not the browser’s 401, and its pages and redirects stay behind', async () => {
      stage.simulator.configure({ errorStatus: 'by-code' });
      for (const code of ['INVALID_TOKEN', 'NO_PERMISSION']) {
        stage.simulator.configure({ faults: [{ kind: 'edlink-error', on: 'read', times: 1, code }] });
        const { status, problem } = await stage.call('GET', `${path}/${canvasId}`);
        assert.deepEqual([status, problem.code], [502, 'upstream_credentials']);
      }
      for (const kind of ['html-500', 'html-502', 'redirect', 'drop'] as const) {
        stage.simulator.configure({ faults: [{ kind, on: 'create', times: 1 }] });
        const { status, problem, headers } = await stage.call('POST', path, { body });
        assert.deepEqual(
          [status, problem.code, headers['location']],
          [502, 'upstream_unavailable', undefined],
          kind,
        );
      }
      assert.equal(
        stage.sent.filter(({ operation }) => operation === 'create').length,
        5,
        'none is sent again',
      );
    });

    testContract(stage, { level: 'basic', body }, async () => {
      stage.simulator.configure({ faults: [], createStatus: 201 });
      await stage.call('POST', path, { body });
      const { id } = stage.simulator.onboardings.at(-1)!;
      stage.simulator.complete(id);
      return id;
    });

    test('no answer may be stored, and none has the token in it', () => {
      for (const { headers } of stage.answers) assert.equal(headers['cache-control'], 'no-store');
      const shown = JSON.stringify(stage.answers.map(({ headers, text }) => [headers, text])) + stage.output;
      assert.ok(!shown.includes(token));
    });
  });
}
