import { test } from 'node:test';
import { tryOutIn } from './runtime.js';

test('Deno', (context) =>
  tryOutIn(context, {
    name: 'Deno',
    seesRawPath: true,
    entry: 'deno/server.ts',
    locate: ['deno@2.9.6', 'eval', 'console.log(Deno.execPath())'],
    run: (file) => ['run', '--allow-net', '--node-modules-dir=manual', file],
  }));
