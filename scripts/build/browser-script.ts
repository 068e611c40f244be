import { build, type Plugin, type Rolldown } from 'vite';
import { inRoot } from '../paths.js';
import { minifiedTwice } from './minified-twice.js';

export interface BrowserScript {
  entry: string;
  outDir: string;
  fileName: string;
  /** Kept as the first line, in place of one comment for each bundled file. */
  banner?: string;
  /** Beside those of every script. */
  plugins?: Plugin[];
}

/**
 * Bundles one entry into one minified IIFE. That form is also a valid module, so the same file serves
 * `<script type="module">` and `<script defer>`. Returns the files that went into it.
 */
export async function bundleBrowserScript({
  entry,
  outDir,
  fileName,
  banner,
  plugins = [],
}: BrowserScript): Promise<string[]> {
  const result = await build({
    configFile: inRoot('vite.config.ts'),
    root: inRoot('.'),
    mode: 'production',
    logLevel: 'warn',
    plugins: [forItsEffectsOnly(entry), ...plugins, minifiedTwice],
    // Vite's default follows NODE_ENV: a shell that says "development" would ship Lit's development build
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      outDir,
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: effects,
        output: {
          format: 'iife',
          strict: true,
          entryFileNames: fileName,
          codeSplitting: false,
          comments: { legal: false },
          ...(banner && { postBanner: `/*! ${banner} */` }),
        },
      },
    },
  });
  return bundledFiles(result as Rolldown.RolldownOutput);
}

const effects = 'virtual:effects';

/** The entries of which others consist. */
const registrations = inRoot('src/define/');

/** Drops the entry's exports: an IIFE would leave them on `window`. */
function forItsEffectsOnly(entry: string): Plugin {
  return {
    name: 'for-its-effects-only',
    enforce: 'pre',
    resolveId(id) {
      return id === effects || id === entry ? id : undefined;
    },
    // the package's `sideEffects` speaks of `dist/` and would drop the sources
    transform: (code, id) =>
      id === entry || id.startsWith(registrations) ? { code, map: null, moduleSideEffects: true } : undefined,
    load: (id) => (id === effects ? `import ${JSON.stringify(entry)};` : undefined),
  };
}

const bundledFiles = ({ output }: Rolldown.RolldownOutput): string[] =>
  output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
