import { writeFile } from 'node:fs/promises';
// @ts-expect-error: the analyzer has no types for its command line
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { root, inRoot } from '../paths.js';

/** Describes the elements for editors, from their doc comments. */
export async function buildManifest(): Promise<void> {
  const argv = [
    'analyze',
    '--litelement',
    '--quiet',
    '--globs',
    'src/elements/**/*.ts',
    'src/define.ts',
    'src/events.ts',
  ];
  const manifest: unknown = await (cli as Cli)({ argv, cwd: root, noWrite: true });
  await writeFile(inRoot('dist/custom-elements.json'), JSON.stringify(published(manifest), null, 2));
}

type Cli = (options: { argv: string[]; cwd: string; noWrite: boolean }) => Promise<unknown>;

/** The analyzer reads `src/…ts`; a reader of the package has `dist/…js`. */
const published = (manifest: unknown): unknown =>
  JSON.parse(JSON.stringify(manifest).replaceAll(/"\/?src\/([^"]+)\.[jt]s"/g, '"dist/$1.js"'));
