import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { elementsPage, type Manifest } from './docs/elements-page.js';
import { inRoot } from './paths.js';

export const elementsFile = inRoot('docs/elements.md');

/** The reference as it should stand in `docs/`; needs a build. */
export async function renderElements(): Promise<string> {
  const manifest = JSON.parse(await readFile(inRoot('dist/custom-elements.json'), 'utf8')) as Manifest;
  return format(elementsPage(manifest), { ...(await resolveConfig(elementsFile)), parser: 'markdown' });
}

if (process.argv[1] === inRoot('scripts/docs.ts')) await writeFile(elementsFile, await renderElements());
