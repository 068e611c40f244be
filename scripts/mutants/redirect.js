// Node loads hooks before tsx's, so this one is JavaScript.
const recording = new URL('node-test.ts', import.meta.url).href;

/**
 * Gives our tests, and nobody else, the recording module instead of Node's runner.
 * @type {import('node:module').ResolveHook}
 */
export const resolve = (specifier, context, next) =>
  specifier === 'node:test' && context.parentURL?.includes('/test/')
    ? { url: recording, shortCircuit: true }
    : next(specifier, context);
