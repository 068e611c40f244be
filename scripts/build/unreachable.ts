import type { Plugin } from 'vite';

/**
 * What nothing in the drop-in can reach, by how it begins. ky is called in one place (`client/proxy-client.ts`):
 * without hooks, retries, prefix, search parameters, progress, body shortcuts or a time-out of its own, and it throws
 * for no status. valibot's schemas are given to nobody but valibot, and a browser that has all else that we use
 * (`URL.canParse`, `light-dark()`) has style sheets to adopt. No bundler can know that.
 */
const unreachable: Record<string, readonly (string | [condition: string, outcome: string])[]> = {
  '@lit/reactive-element/css-tag.js': [['t.ShadowRoot&&', '!0']],
  'ky/distribution/index.js': [
    'for (const method of requestMethods)',
    'ky.create =',
    'ky.extend =',
    'ky.stop =',
  ],
  'ky/distribution/core/Ky.js': [
    "if (typeof ky._options.timeout === 'number'",
    'for (const hook of ky._options.hooks.afterResponse)',
    'ky._decorateResponse(response);',
    'if (!response.ok && ky._options.throwHttpErrors)',
    'if (ky._options.onDownloadProgress)',
    'for (const [type, mimeType] of',
    'hooks: mergeHooks(',
    "if (typeof this._input !== 'string'",
    'if (this._options.prefixUrl &&',
    'if (this._options.searchParams)',
    '_calculateRetryDelay(error) {',
    '_decorateResponse(response) {',
    'const ms =',
    'await delay(',
    'for (const hook of this._options.hooks.beforeRetry)',
    'return this._retry(',
    'for (const hook of this._options.hooks.beforeRequest)',
    'return timeout(',
    '_stream(response',
  ],
  'ky/distribution/core/constants.js': ['if (supportsReadableStream && supportsRequest)'],
  'ky/distribution/utils/merge.js': [
    'for (const source of sources) {\n        if ((!isObject(source)',
    'if (isObject(source.hooks))',
  ],
  'ky/distribution/utils/normalize.js': [
    'if (retry.methods &&',
    'if (retry.statusCodes &&',
    'statusCodes:',
    'afterStatusCodes:',
    'maxRetryAfter:',
    'backoffLimit:',
    'delay:',
  ],
  'valibot/dist/index.mjs': ['schema["~standard"] =', 'return {\n\t\tlang: config$1?.lang'],
};

/** Leaves it out. What is not found in exactly one place fails the build: another version has to be read again. */
export const withoutUnreachable: Plugin = {
  name: 'without-unreachable',
  transform(code, id) {
    const file = Object.keys(unreachable).find((name) => id.endsWith(`/node_modules/${name}`));
    if (!file) return;
    const nodes = nodesIn(this.parse(code));
    const rest = (unreachable[file] ?? []).reduce((text: string, part) => {
      const [beginning = '', outcome = ''] = [part].flat();
      const [outermost, ...others] = nodes.filter(({ start }) => code.startsWith(beginning, start));
      if (!outermost || others.some(({ start }) => start !== outermost.start))
        throw new Error(`${file} must have "${beginning}" in one place.`);
      return replaced(text, outermost, outcome);
    }, code);
    return { code: rest, map: null };
  },
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const kinds = /Statement|Declaration|Definition|Property|LogicalExpression/;

/** All statements, members and conditions, the outer before the inner ones. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return 'type' in value && kinds.test(String(value.type)) ? [value as Node, ...inside] : inside;
}

/** Blanks keep every position, so that the source map stays right. */
function replaced(text: string, { start, end, type }: Node, outcome: string): string {
  const until = type === 'Property' ? text.indexOf(',', end) + 1 : end;
  const blanks = text.slice(start + outcome.length, until).replace(/\S/g, ' ');
  return text.slice(0, start) + outcome + blanks + text.slice(until);
}
