import { test } from 'node:test';
import { tryOutIn } from './runtime.js';

test('Bun', (context) =>
  tryOutIn(context, {
    name: 'Bun',
    seesRawPath: false,
    entry: 'bun/server.ts',
    locate: ['bun@1.4.5', '--eval', 'console.log(process.execPath)'],
    run: (file) => [file],
  }));
