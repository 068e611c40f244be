import assert from 'node:assert/strict';
import express, { type RequestHandler } from 'express';
import { describe, test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { simulatorDefaults } from '../../src/simulator/index.js';
import { serveSimulator } from '../../src/simulator/node/index.js';
import { call, type Answer } from '../proxy/calling.js';
import { onExpress } from './express.js';
import { newDistrict } from './stories/stage.js';

const { canvasId } = simulatorDefaults;
const asked = JSON.stringify({ provider_id: canvasId });
const tooLong = ' '.repeat(8 * 1024) + asked;

type Post = (body: string | Buffer, headers?: Record<string, string>) => Promise<Answer>;

async function behind(context: TestContext, ...parsers: RequestHandler[]): Promise<Post> {
  const { url: edlinkUrl, close } = await serveSimulator();
  context.after(close);
  const url = await onExpress(...parsers).serve(context, edlinkUrl);
  return (body, headers = {}) =>
    call(url, 'POST', '/edlink/onboardings', { as: newDistrict(), body, headers });
}

const seen = ({ status, onboarding, problem }: Answer) => [
  status,
  onboarding.provider_id,
  problem.code,
  problem.field,
];

describe('a body that a parser has read', () => {
  test('says what it said', async (context) => {
    const plain = await behind(context);
    const parsed = await behind(context, express.json());
    const bodies = [
      '{}',
      asked,
      `{"provider_id":"x","provider_id":"${canvasId}"}`,
      `{"__proto__":{"provider_id":"${canvasId}"}}`,
      `{"constructor":{"prototype":{"provider_id":"${canvasId}"}}}`,
      `{"toJSON":{},"provider_id":"${canvasId}"}`,
      '{"provider_id":"\\ud800"}',
      '{"provider_id":1e999}',
      '{"redirect_uri":"https://evil.example/"}',
    ];
    for (const body of bodies) assert.deepEqual(seen(await parsed(body)), seen(await plain(body)), body);
  });

  test('may have come compressed', async (context) => {
    const parsed = await behind(context, express.json());
    const { status } = await parsed(gzipSync(asked), { 'Content-Encoding': 'gzip' });
    assert.equal(status, 201);
    // A small one can be a large one.
    const bomb = gzipSync(JSON.stringify({ provider_id: 'x'.repeat(20_000) }));
    assert.equal((await parsed(bomb, { 'Content-Encoding': 'gzip' })).status, 413);
  });

  const unparsed = {
    'as bytes': express.raw({ type: 'application/json' }),
    'as a text': express.text({ type: 'application/json' }),
    'parsed, with the bytes kept beside it': express.json({
      verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }),
    }),
  };
  for (const [name, parser] of Object.entries(unparsed)) {
    test(`may be handed on ${name}: then every byte counts`, async (context) => {
      const post = await behind(context, parser);
      const answer = await post(asked);
      assert.deepEqual([answer.status, answer.onboarding.provider_id], [201, canvasId]);
      assert.equal((await post(tooLong)).status, 413);
    });
  }

  test('is no JSON because a form was made an object of', async (context) => {
    const post = await behind(context, express.urlencoded(), express.json({ type: '*/*' }));
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', '']) {
      const body = type.endsWith('urlencoded') ? `provider_id=${canvasId}` : asked;
      assert.equal((await post(body, { 'Content-Type': type })).status, 415, type);
    }
  });

  test('is missed when nobody kept it, and nobody waits for it', async (context) => {
    const swallow: RequestHandler = (request, _response, next) => request.on('end', next).resume();
    const { status, problem } = await (await behind(context, swallow))(asked);
    assert.deepEqual([status, problem.code], [422, 'invalid_request']);
  });
});
