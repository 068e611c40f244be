import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { rules } from '../src/cli/check/rules/index.js';
import { checkPage } from './docs/check-page.js';
import { openapiDocument } from './docs/openapi/document.js';
import { elementsPage, type Manifest } from './docs/elements-page.js';
import { inRoot } from './paths.js';

export const elementsFile = inRoot('docs/elements.md');
export const openapiFile = inRoot('docs/openapi.json');
export const checkFile = inRoot('docs/check.md');

/** The elements' reference as it should stand in `docs/`; needs a build. */
export async function renderElements(): Promise<string> {
  const manifest = JSON.parse(await readFile(inRoot('dist/custom-elements.json'), 'utf8')) as Manifest;
  return format(elementsPage(manifest), { ...(await resolveConfig(elementsFile)), parser: 'markdown' });
}

/** The contract as it should stand in `docs/`, and as it is shipped. */
export async function renderOpenapi(): Promise<string> {
  const document = JSON.stringify(await openapiDocument());
  return format(document, { ...(await resolveConfig(openapiFile)), parser: 'json' });
}

/** The page of `connect-district check`, with the table of the rules as it should be. */
export async function renderCheck(): Promise<string> {
  const page = checkPage(await readFile(checkFile, 'utf8'), rules);
  return format(page, { ...(await resolveConfig(checkFile)), parser: 'markdown' });
}

if (process.argv[1] === inRoot('scripts/docs.ts')) {
  await writeFile(elementsFile, await renderElements());
  await writeFile(openapiFile, await renderOpenapi());
  await writeFile(checkFile, await renderCheck());
}
