import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkCommand } from '../../../src/cli/check/command.js';
import type { Report } from '../../../src/cli/check/report.js';
import { serve, setStage } from '../../proxy/stage.js';
import { run, start } from '../running.js';
import { alive } from './checking.js';

const signedIn = ['--cookie', 'session=anna'];

describe('connect-district check ends with', { concurrency: 3 }, () => {
  test('0 when every rule holds, and writes what it was asked for', async (context) => {
    const { url } = await setStage(context);
    const directory = await mkdtemp(join(tmpdir(), 'connect-district-junit-'));
    context.after(() => rm(directory, { recursive: true }));
    const junit = join(directory, 'report.xml');
    const asked = ['check', `${url}/edlink/`, ...signedIn, '--json', '--junit', junit];
    const { code, output, complaint } = await run(context, asked);
    assert.deepEqual([code, complaint], [0, '']);
    assert.equal((JSON.parse(output) as Report).failed, 0);
    assert.match(await readFile(junit, 'utf8'), /<testsuite .*failures="0"/);
  });

  test('1 when one does not', async (context) => {
    const { url } = await setStage(context);
    const { code, output, complaint } = await run(context, ['check', `${url}/edlink`]);
    assert.deepEqual([code, complaint], [1, '']);
    assert.match(output, /✗ signed-in +the session is not let in: give the --cookie or --header/);
  });

  test('2 when nobody answers', async (context) => {
    const { code, output, complaint } = await run(context, ['check', 'http://127.0.0.1:9/edlink']);
    assert.deepEqual([code, output], [2, '']);
    assert.match(complaint, /^Nobody answers there: /);
  });

  test('2 when the answer takes too long', async (context) => {
    const url = await serve(context, () => new Promise<Response>(() => undefined));
    const { code, complaint } = await run(context, ['check', `${url}/edlink`, '--timeout', '200']);
    assert.deepEqual([code, complaint], [2, 'Nobody answers there: no whole answer within 200 ms\n']);
  });
});

test('Ctrl-C leaves nothing behind', async (context) => {
  const { url, simulator } = await setStage(context);
  const running = await start(context, ['check', `${url}/edlink`, ...signedIn, '--write']);
  while (alive(simulator).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  running.child.kill('SIGINT');
  const { code, output } = await running.ended;
  assert.match(output, /: the check was stopped/);
  assert.deepEqual([code, alive(simulator)], [1, []]);
});

describe('connect-district check takes', () => {
  const unusable: Record<string, RegExp> = {
    '': /^Give one URL, that of the proxy/,
    'http://a.example/edlink http://b.example/edlink': /^Give one URL/,
    'ftp://a.example/edlink': /^Give one URL/,
    'https://anna:secret@a.example/edlink': /^Give one URL/,
    'https://a.example/edlink?tenant=1': /^Give one URL/,
    'https://a.example --level all': /^--level must be basic or full, not "all"\.$/,
    'https://a.example --timeout 0': /^--timeout must be/,
    'https://a.example --timeout 1e3': /^--timeout must be/,
    'https://a.example --body []': /^--body must be a JSON object\.$/,
    'https://a.example --body {': /^--body must be a JSON object\.$/,
    'https://a.example --completed 7': /^--completed must be a UUID\.$/,
    'https://a.example --cookie canary': /^--cookie must be "name=value"\.$/,
    'https://a.example --header canary:': /^--header must be "Name: value"\.$/,
    'https://a.example --other-header can@ary:x': /^--other-header must be "Name: value"\.$/,
    'https://a.example --insecure': /^Unknown option '--insecure'/,
  };
  for (const [line, message] of Object.entries(unusable)) {
    test(`no ${line || 'nothing'}`, async () => {
      const parameters = line.split(' ').filter(Boolean);
      await assert.rejects(checkCommand.run(parameters), { name: 'UsageError', message });
    });
  }
});
