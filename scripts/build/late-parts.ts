import { build, type Plugin, type Rolldown } from 'vite';
import { inRoot } from '../paths.js';
import { minifiedTwice } from './minified-twice.js';
import { withoutUnreachable } from './unreachable.js';

/**
 * What `all.js` loads when it is needed: a module of `src/elements`, and the file beside the script that it becomes. A
 * classic script resolves the path of a dynamic import against its own URL, as a module does.
 */
export const lateParts = {
  'external-links.importing': 'links-import.js',
} as const;

type Part = keyof typeof lateParts;

/** A part has no Lit of its own: templates of one copy, rendered by another, would be two libraries in a page. */
const lit = { html: 'lit', nothing: 'lit', repeat: 'lit/directives/repeat.js' };
const names = Object.keys(lit).join(', ');

/** Stands for `import` as long as Vite looks, which would wrap it into code that preloads chunks. */
const placeholder = '$mport';

/** Leaves the parts out of a browser script, which loads them late and gives them its Lit. */
export const withoutLateParts: Plugin = {
  name: 'without-late-parts',
  enforce: 'pre',
  transform(code) {
    const found = (Object.keys(lateParts) as Part[]).filter((part) => code.includes(importOf(part)));
    if (found.length === 0) return;
    const late = found.reduce(
      (text, part) =>
        text.replace(
          importOf(part),
          `${placeholder}('./${lateParts[part]}').then((part) => (part.takeLit({ ${names} }), part))`,
        ),
      code,
    );
    const imports = Object.entries(lit).filter(
      ([name]) => !new RegExp(`import \\{[^}]*\\b${name}\\b`).test(code),
    );
    return {
      code: imports.map(([name, from]) => `import { ${name} } from '${from}';`).join('') + late,
      map: null,
    };
  },
  renderChunk: (code) => ({ code: code.replaceAll(`${placeholder}(`, 'import('), map: null }),
};

const importOf = (part: Part): string => `import('./${part}.js')`;

/** Bundles a part as the module that the script loads. Returns the files that went into it. */
export async function bundleLatePart(part: Part, outDir: string, banner: string): Promise<string[]> {
  const result = await build({
    configFile: inRoot('vite.config.ts'),
    root: inRoot('.'),
    mode: 'production',
    logLevel: 'warn',
    plugins: [entryOf(part), withoutUnreachable, minifiedTwice],
    // On a page with RequireJS papaparse would make itself known there, and export nothing.
    define: { define: 'undefined' },
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      outDir,
      minify: true,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: lateParts[part],
          comments: { legal: false },
          postBanner: `/*! ${banner} */`,
        },
      },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

const entry = 'virtual:part';
const givenLit = 'virtual:given-lit';

const entryOf = (part: Part): Plugin => ({
  name: 'late-part',
  enforce: 'pre',
  resolveId(id) {
    if (id === entry || id === givenLit) return id;
    return Object.values(lit).includes(id) ? givenLit : undefined;
  },
  load(id) {
    if (id === entry)
      return `export { takeLit } from '${givenLit}'; export * from ${JSON.stringify(inRoot(`src/elements/${part}.ts`))};`;
    if (id === givenLit)
      return `export let ${names}; export const takeLit = (given) => { ({ ${names} } = given); };`;
    return undefined;
  },
});
