import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { defineConfig, type Plugin } from 'vite';

/** Takes the white space out of `html` and `css` literals. It must see the source before its types are stripped. */
const literals: Plugin = {
  // declared for Rollup, whose plugin context is a little wider than Vite's
  ...(minifyLiterals({ include: ['src/**/*.ts'], failOnError: true }) as object),
  name: 'minify-literals',
  enforce: 'pre',
  apply: 'build',
};

/** What every browser script has in common; the entries are in `scripts/build/browser-script.ts`. */
export default defineConfig({
  plugins: [literals],
  build: { target: 'es2022', sourcemap: true, emptyOutDir: false, copyPublicDir: false },
});
