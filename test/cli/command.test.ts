import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { simulate } from '../../src/cli/simulate.js';
import { run } from './running.js';

describe('connect-district', () => {
  const helpful: Record<string, RegExp> = {
    '--help': /^Usage: connect-district <command>[^]*simulate/,
    '--version': new RegExp(`^${manifest.version}\n$`),
    'simulate --port 0 -h': /^Usage: connect-district simulate[^]*--set/,
  };
  for (const [line, expected] of Object.entries(helpful)) {
    it(`answers ${line}`, async (context) => {
      const { code, output, complaint } = await run(context, line.split(' '));
      assert.match(output, expected);
      assert.deepEqual([code, complaint], [0, '']);
    });
  }

  const unusable: Record<string, RegExp> = {
    '': /^Say what to do/,
    constructor: /^There is no command "constructor"/,
    'simulate --port 65536': /^--port must be/,
  };
  for (const [line, expected] of Object.entries(unusable)) {
    it(`says what is wrong with "${line}", and where help is`, async (context) => {
      const { code, output, complaint } = await run(context, line.split(' ').filter(Boolean));
      assert.match(complaint, expected);
      assert.match(complaint, /^.+\nTry: connect-district --help\n$/);
      assert.deepEqual([code, output], [2, '']);
    });
  }
});

describe('connect-district simulate', () => {
  const unusable: Record<string, RegExp> = {
    '--hostname 0.0.0.0': /^Unknown option '--hostname'\.?$/,
    everything: /^Unexpected argument 'everything'\./,
    '--port': /--port <value>/,
    '--port 65536': /^--port must be a number from 0 \(any free port\) to 65535, not "65536"\.$/,
    '--upstream-port 1e3': /^--upstream-port must be/,
    '--set noneAs': /name=value.*"noneAs"/,
    '--set noneAs=nothing': /"noneAs" is wrong/,
    '--set nonAs=zero': /no setting "nonAs"/,
  };
  for (const [line, message] of Object.entries(unusable)) {
    it(`takes no ${line}`, async () => {
      await assert.rejects(simulate.run(['--port=0', ...line.split(' ')]), { name: 'UsageError', message });
    });
  }
});
