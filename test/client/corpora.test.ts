import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InvalidResponseError } from '../../src/client/errors/invalid-response-error.js';
import { ProblemError } from '../../src/client/errors/problem-error.js';
import { createProxyClient } from '../../src/client/proxy-client.js';
import { problemCodes } from '../../src/contract/problem.js';
import { jsonBodies, naughtyStrings, skipWithout } from '../contract/corpora.js';
import { listen, read } from './answering.js';

const bodies = jsonBodies();
const strings = naughtyStrings();

describe('whatever a server says', () => {
  it('is no onboarding (JSONTestSuite)', { skip: skipWithout(bodies) }, async (context) => {
    let bytes: Buffer = Buffer.alloc(0);
    const url = await listen(context, (_, response) => response.end(bytes));
    const client = createProxyClient({ proxy: new URL(url) });
    for (const body of bodies) {
      bytes = body.bytes;
      await assert.rejects(read(client), InvalidResponseError, body.name);
    }
  });

  it('is one of our codes (naughty strings as codes)', { skip: skipWithout(strings) }, async (context) => {
    let body: unknown;
    const url = await listen(context, (_, response) => response.writeHead(400).end(JSON.stringify(body)));
    const client = createProxyClient({ proxy: new URL(url) });
    for (const code of strings) {
      body = { $error: code };
      await assert.rejects(read(client), (error) => {
        assert(error instanceof ProblemError);
        assert(problemCodes.includes(error.code), code);
        return true;
      });
    }
  });
});
