import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { openapiFile, renderOpenapi } from '../../scripts/docs.js';
import { routes, type RouteName } from '../../src/contract/routes.js';
import type { Answer } from '../proxy/calling.js';
import { complaintsAbout } from './openapi/conformance.js';
import { answersOf, lint, type OpenapiDocument } from './openapi/document.js';
import { collectAnswers } from './openapi/real-answers.js';
import { completed } from './samples.js';

const document = JSON.parse(await readFile(openapiFile, 'utf8')) as OpenapiDocument;

describe('docs/openapi.json', () => {
  it('says what the contract says: `npm run docs` after a change', async () => {
    assert.equal(await readFile(openapiFile, 'utf8'), await renderOpenapi());
  });

  it('satisfies the recommended rules of the linter', async () => {
    assert.deepEqual(await lint(document), []);
  });

  it('is held by the linter', async () => {
    assert.match(String(await lint({ ...document, servers: [] })), /no-empty-servers/);
  });

  it('describes every answer of the reference proxy, and none that it does not give', async (context) => {
    const answers = await collectAnswers(context);
    assert.deepEqual(await complaintsAbout(document, answers), []);
    const seen = answers.map(({ route, answer }) => `${route} ${answer.status}`);
    assert.deepEqual([...new Set(seen)].sort(), documentedAnswers().sort());
  });
});

const documentedAnswers = (): string[] =>
  (Object.keys(routes) as RouteName[]).flatMap((route) =>
    Object.keys(answersOf(document, route)).map((status) => `${route} ${status}`),
  );

describe('an answer is noticed', () => {
  const { $host: _, ...good } = completed;
  const headers = {
    'cache-control': 'no-store',
    date: 'Tue, 01 Sep 2026 08:00:00 GMT',
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
  };
  const complain = (body: object, changes: Partial<Answer> = {}) => {
    const answer = { status: 200, headers, text: JSON.stringify(body), ...changes } as Answer;
    return complaintsAbout(document, [{ route: 'readOnboarding', answer }]);
  };
  const problem = { status: 404, headers: { ...headers, 'content-type': 'application/problem+json' } };

  it('unless it is good', async () => {
    assert.deepEqual(await complain(good), []);
    assert.deepEqual(await complain({ code: 'not_found' }, problem), []);
  });

  const wrong: Record<string, [object, Partial<Answer>?]> = {
    'that has a token in it': [{ ...good, access_token: 'secret' }],
    'that has something among the notes': [{ ...good, $host: { email: 'anna@usd259.example' } }],
    'that leaves a field out': [{ ...good, integration_id: undefined }],
    'that says zeros for none': [{ ...good, team_id: '00000000-0000-0000-0000-000000000000' }],
    'whose id is none': [{ ...good, id: '..' }],
    'whose date is none': [{ ...good, expiration_date: 'tomorrow' }],
    'whose code is not of this status': [{ code: 'conflict' }, problem],
    'whose code is new': [{ code: 'teapot' }, problem],
    'whose status is not documented': [{ code: 'conflict' }, { ...problem, status: 418 }],
    'that is a page': [good, { headers: { ...headers, 'content-type': 'text/html' } }],
    'that may be guessed at': [good, { headers: { ...headers, 'x-content-type-options': undefined } }],
    'that may be kept': [good, { headers: { ...headers, 'cache-control': undefined } }],
  };
  for (const [name, [body, changes]] of Object.entries(wrong)) {
    it(name, async () => assert.notDeepEqual(await complain(body, changes), []));
  }
});
