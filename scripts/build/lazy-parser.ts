import type { Plugin } from 'vite';

/** Stands for `import` as long as Vite looks. */
const placeholder = '$mport';

/**
 * Leaves papaparse out of a browser script, which loads it from the file beside it: a classic script resolves the
 * path of a dynamic import against its own URL, as a module does. Vite would wrap the import into code that preloads
 * chunks, so it does not see one.
 */
export const lazyParser: Plugin = {
  name: 'lazy-parser',
  enforce: 'pre',
  resolveId(id) {
    if (id === 'papaparse') throw new Error(`papaparse is loaded by import('papaparse') only.`);
  },
  transform(code) {
    if (!code.includes(`import('papaparse')`)) return;
    return { code: code.replace(`import('papaparse')`, `${placeholder}('./papaparse.js')`), map: null };
  },
  renderChunk: (code) => ({ code: code.replace(`${placeholder}(`, 'import('), map: null }),
};
