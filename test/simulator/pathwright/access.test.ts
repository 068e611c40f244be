import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, simulatorDefaults } from '../../../src/simulator/index.js';
import { call, host, linksPath, schoolOf } from './calling.js';

const token = `Token ${simulatorDefaults.schoolToken}`;
const notProvided = 'Authentication credentials were not provided.';

describe('access', () => {
  const refused: [title: string, authorization: string, detail: string][] = [
    ['no token', '', notProvided],
    ['another scheme', `Bearer ${simulatorDefaults.schoolToken}`, notProvided],
    ['an empty token', 'Token', 'Invalid token header. No credentials provided.'],
    ['two tokens', `${token} ${token}`, 'Invalid token header. Token string should not contain spaces.'],
    ['a wrong token', `${token}x`, 'Invalid token.'],
    ['another school’s token', 'Token simulated-other-school-token', 'Invalid token.'],
    ['Edlink’s token', `Token ${simulatorDefaults.token}`, 'Invalid token.'],
  ];
  for (const [title, authorization, detail] of refused) {
    test(`${title}: 401`, async () => {
      const { fetch } = createSimulator();
      const { status, headers, body } = await call(fetch, 'GET', host + linksPath, { authorization });
      assert.deepEqual([status, body, headers.get('WWW-Authenticate')], [401, { detail }, 'Token']);
    });
  }

  test('the scheme is case-insensitive', async () => {
    const authorization = token.replace('Token', 'token');
    const answer = await call(createSimulator().fetch, 'GET', host + linksPath, { authorization });
    assert.equal(answer.status, 200);
  });
});

describe('routes', () => {
  const rows: [method: string, path: string, status: number][] = [
    ['GET', linksPath, 200],
    ['PUT', linksPath, 405],
    ['GET', `${linksPath}1/`, 405],
    ['POST', `${linksPath}1/`, 405],
    ['GET', '/api/public/link', 301],
    ['POST', '/api/public/link', 301],
    ['DELETE', `${linksPath}1`, 301],
    ['GET', '/api/public/', 404],
    ['GET', `${linksPath}1/more/`, 404],
  ];
  for (const [method, path, status] of rows) {
    test(`${method} ${path}: ${status}`, async () => {
      assert.equal((await call(createSimulator().fetch, method, host + path)).status, status);
    });
  }

  test('a missing slash is added by a redirect that keeps the query', async () => {
    const { headers } = await call(createSimulator().fetch, 'GET', `${host}/api/public/link?page=2`);
    assert.equal(headers.get('Location'), '/api/public/link/?page=2');
  });

  test('a method that is not there is named, but only to who may ask', async () => {
    const { fetch } = createSimulator();
    const { body } = await call(fetch, 'PATCH', host + linksPath);
    assert.deepEqual(body, { detail: 'Method "PATCH" not allowed.' });
    assert.equal((await call(fetch, 'PATCH', host + linksPath, { authorization: '' })).status, 401);
  });

  test('a school that is not there is a page', async () => {
    const { fetch } = createSimulator();
    const answer = await call(fetch, 'GET', `https://nowhere.pathwright.com${linksPath}`);
    assert.deepEqual([answer.status, /<html/.test(answer.text)], [404, true]);
    assert.throws(() => createSimulator().school('nowhere'), RangeError);
  });
});

describe('schools', () => {
  test('are one by host name and by prefix', async () => {
    const simulator = createSimulator();
    schoolOf(simulator).addLinks([{ user: 123, external_id: 'ada' }]);
    const prefixed = `http://127.0.0.1/pathwright/${simulatorDefaults.school}${linksPath}`;
    const byPrefix = await call(simulator.fetch, 'GET', prefixed);
    assert.equal((byPrefix.body as { count: number }).count, 1);
    assert.deepEqual(byPrefix.body, (await call(simulator.fetch, 'GET', host + linksPath)).body);
  });

  test('have members, links and tokens of their own, and no id is in two of them', async () => {
    const simulator = createSimulator();
    const other = simulator.school('cedar-falls');
    const [foreign] = other.seedLinks(1);
    assert.deepEqual(schoolOf(simulator).links, []);
    const [ours] = schoolOf(simulator).addLinks([{ user: 123, external_id: 'ada' }]);
    assert.deepEqual([foreign?.id, ours?.id], [1, 2]);
    assert.equal((await call(simulator.fetch, 'DELETE', `${host}${linksPath}1/`)).status, 404);
    assert.equal(other.links.length, 1);
  });
});
