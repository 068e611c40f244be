import { inRoot } from '../paths.js';
import { runNode } from '../run.js';

/** Describes the elements for editors, from their doc comments: `custom-elements-manifest.config.mjs`. */
export async function buildManifest(): Promise<void> {
  const { code, output } = await runNode([
    inRoot('node_modules/@custom-elements-manifest/analyzer/cem.js'),
    'analyze',
  ]);
  if (code !== 0) throw new Error(`The elements cannot be described:\n${output}`);
}
