import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const packageFolder = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/;

/** The folders of the packages that these bundled files come from. */
export function packagesOf(files: string[]): string[] {
  const folders = files.flatMap((file) => packageFolder.exec(file.replaceAll('\\', '/'))?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** The licences of what a bundle contains ask to be passed on with it. */
export async function writeLicences(packages: string[], file: string): Promise<void> {
  const texts = await Promise.all(packages.map(licenceText));
  await writeFile(file, texts.join('\n\n'));
}

async function licenceText(folder: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Named;
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} comes without a licence text.`);
  return `== ${name} ${version} ==\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
}

interface Named {
  name: string;
  version: string;
}
