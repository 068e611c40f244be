import { inRoot } from '../paths.js';
import { runNode } from '../run.js';

/** The unbundled ES modules and their types. `tsc` also lowers the decorators, which no browser can parse. */
export async function buildLibrary(): Promise<void> {
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  const { code, output } = await runNode([tsc, '--project', 'tsconfig.build.json']);
  if (code !== 0) throw new Error(`The library does not compile:\n${output}`);
}
