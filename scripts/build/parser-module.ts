import { build, type Plugin, type Rolldown } from 'vite';
import { inRoot } from '../paths.js';

/**
 * papaparse as the module that a browser script loads when it is needed. Returns the files that went into it.
 */
export async function bundleParser(outDir: string, banner: string): Promise<string[]> {
  const result = await build({
    configFile: inRoot('vite.config.ts'),
    root: inRoot('.'),
    mode: 'production',
    logLevel: 'warn',
    plugins: [parserEntry],
    // On a page with RequireJS it would make itself known there, and export nothing
    define: { define: 'undefined' },
    build: {
      outDir,
      minify: true,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: 'papaparse.js',
          comments: { legal: false },
          postBanner: `/*! ${banner} */`,
        },
      },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

const entry = 'virtual:parser';

const parserEntry: Plugin = {
  name: 'parser-entry',
  resolveId: (id) => (id === entry ? id : undefined),
  load: (id) => (id === entry ? `export { default } from 'papaparse';` : undefined),
};
