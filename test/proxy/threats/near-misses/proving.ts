import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openStore } from '../../../../src/proxy/node/index.js';
import { newKey } from '../../calling.js';
import { canvasId, makeDirectory, page, providers, school, setStage, type Stage } from '../../stage.js';
import { watchStore } from '../watched-store.js';
import type { Change } from './changes.js';
import { sendRaw, type RawAnswer, type RawRequest } from './raw-call.js';

/** `page` is a list with a cursor; of links: `links`, `linksPage`, `link` and `unlink`. */
export type Kind = 'create' | 'read' | 'list' | 'page' | 'remove' | 'links' | 'linksPage' | 'link' | 'unlink';

/**
 * A good request, the one thing that is changed in it, and what comes of it: status, code and field; `400` alone is
 * Node's own answer to what is no HTTP, `good` means that the change changes nothing.
 */
export type Row = [of: Kind, change: Change, expected: string];

interface Ground {
  stage: Stage;
  writes: string[];
  audited: unknown[];
  basePath: string;
  /** Makes a request that works, and does what it needs to work. */
  good: (kind: Kind) => Promise<RawRequest>;
}

/** Every row on one proxy: nothing of it reaches the store or Edlink, and the good request beside it works. */
export function proveNearMisses(groups: Record<string, Row[]>, mount = '/edlink', basePath = mount): void {
  for (const [group, rows] of Object.entries(groups)) {
    test(`near misses: ${group}`, async (context) => {
      const ground = await prepare(context, mount, basePath);
      for (const [kind, change, expected] of rows) {
        await context.test(`${kind}, ${change.title}: ${expected}`, () =>
          prove(ground, kind, change, expected),
        );
      }
    });
  }
}

async function prove(ground: Ground, kind: Kind, change: Change, expected: string): Promise<void> {
  const { stage, writes, audited } = ground;
  const good = await ground.good(kind);
  const hostile = change.of(good);
  assert.notDeepEqual(hostile, good);
  const sent = stage.sent.requests().length;
  writes.length = 0;
  audited.length = 0;
  const answer = await sendRaw(stage.url, hostile);
  assert.equal(inWords(answer), expected, answer.text);
  if (expected !== 'good') {
    assert.deepEqual(writes, [], 'the store was to be changed');
    assert.deepEqual(audited, [], 'a change was announced');
    assert.equal(stage.sent.requests().length, sent, 'something went upstream');
    if (answer.problem) checkRefusal(answer);
  }
  assert.equal(inWords(await sendRaw(stage.url, await ground.good(kind))), 'good', 'the good one beside it');
}

function inWords({ status, problem }: RawAnswer): string {
  if (Number.isNaN(status)) return 'no answer';
  if (status < 300) return 'good';
  return [status, problem?.code, problem?.field].filter((part) => part !== undefined).join(' ');
}

function checkRefusal({ status, headers, problem }: RawAnswer): void {
  assert.equal(problem?.status, status);
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
}

async function prepare(context: TestContext, mount: string, basePath: string): Promise<Ground> {
  const { store, writes } = watchStore(await openStore(await makeDirectory(context)));
  const audited: unknown[] = [];
  const pathwright = { audit: (change: unknown) => audited.push(change) };
  const stage = await setStage(context, { store, basePath, pathwright }, { linkPageSize: 1 });
  const { addMembers, addLinks } = stage.simulator.school(school);
  addMembers([{ id: 456, name: 'Anna' }]);
  addLinks([1, 2].map((number) => ({ user: 456, external_id: `there-${number}` })));
  const links = `${mount}/links`;
  const addLink = () => addLinks([{ user: 456, external_id: crypto.randomUUID() }])[0]?.id;
  const path = `${mount}/onboardings`;
  const create = async (provider_id: string) =>
    (await stage.call('POST', path, { body: { provider_id } })).onboarding.id;
  const read = await create(providers[1] as string);
  await create(providers[2] as string);
  const nextLinks = (await stage.call('GET', links)).links.next;
  const cursor = (await stage.call('GET', `${path}?limit=1`)).list.$next ?? '';
  const good: Ground['good'] = async (kind) => {
    switch (kind) {
      case 'create':
        // A fresh read is due every second, and is waited for.
        stage.clock.passed += 1_000;
        return creation(path);
      case 'read':
        return bare('GET', `${path}/${read}`);
      case 'list':
        return bare('GET', path);
      case 'page':
        return bare('GET', `${path}?limit=1&cursor=${cursor}`);
      case 'remove':
        return bare('DELETE', `${path}/${await create(providers[3] as string)}`);
      case 'links':
        return bare('GET', links);
      case 'linksPage':
        return bare('GET', `${links}?cursor=${nextLinks}`);
      case 'link':
        return posting(links, { user_id: 456, external_id: crypto.randomUUID() });
      case 'unlink':
        return bare('DELETE', `${links}/${addLink()}`);
    }
  };
  return { stage, writes, audited, basePath, good };
}

const bare = (method: string, target: string): RawRequest => ({
  method,
  target,
  version: 'HTTP/1.1',
  headers: [
    ['Host', 'app.example'],
    ['Connection', 'close'],
    ['X-Requested-With', 'connect-district'],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Cookie', 'session=anna'],
  ],
  body: '',
});

const creation = (path: string): RawRequest =>
  posting(path, { provider_id: canvasId, redirect_uri: `${page}/return.html` });

/** Only a creation of an onboarding needs the key. */
function posting(path: string, fields: object): RawRequest {
  const { headers, ...request } = bare('POST', path);
  const body = JSON.stringify(fields);
  const own: [string, string][] = [
    ['Content-Type', 'application/json'],
    ['Idempotency-Key', newKey()],
    ['Content-Length', String(body.length)],
  ];
  return { ...request, headers: [...headers, ...own], body };
}
