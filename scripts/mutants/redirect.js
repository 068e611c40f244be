// Node loads hooks outside of tsx, so this one is JavaScript.
import { URL } from 'node:url';

const recording = new URL('node-test.ts', import.meta.url).href;

/**
 * Gives our tests, and nobody else, the recording module instead of Node's runner.
 * @type {import('node:module').ResolveHook}
 */
export const resolve = (specifier, context, next) =>
  specifier === 'node:test' && context.parentURL?.includes('/test/')
    ? { url: recording, shortCircuit: true }
    : next(specifier, context);
