import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inRoot } from '../paths.js';
import { bundleBrowserScript } from './browser-script.js';
import { bundleLatePart, withoutLateParts } from './late-parts.js';
import { packagesOf, writeLicences } from './licences.js';
import { withoutUnreachable } from './unreachable.js';
import manifest from '../../package.json' with { type: 'json' };

const dist = inRoot('dist');

/** The files that a page loads as they are. */
export async function buildBrowserScripts(): Promise<void> {
  await Promise.all([buildElements(), buildReturnPage(), buildLocales()]);
}

async function buildElements(): Promise<void> {
  const files = await Promise.all([bundleDropIn(dist), bundleAll(dist), bundleImport(dist)]);
  await writeLicences(packagesOf(files.flat()), join(dist, 'third-party-licences.txt'));
}

async function buildReturnPage(): Promise<void> {
  await bundleReturnPage(dist);
  await copyFile(inRoot('src/return-page/return.html'), join(dist, 'return.html'));
}

const banner = `connect-district ${manifest.version}, MIT; what it contains: third-party-licences.txt`;

export const bundleDropIn = (outDir: string): Promise<string[]> =>
  bundleBrowserScript({
    entry: inRoot('src/define/connect-district.ts'),
    outDir,
    fileName: 'connect-district.js',
    banner,
    plugins: [withoutUnreachable],
  });

/** What only an import of links needs, with the CSV parser; `all.js` loads it from beside it. */
export const bundleImport = (outDir: string): Promise<string[]> =>
  bundleLatePart('external-links.importing', outDir, banner);

/** All elements in one script. */
export const bundleAll = (outDir: string): Promise<string[]> =>
  bundleBrowserScript({
    entry: inRoot('src/define.ts'),
    outDir,
    fileName: 'all.js',
    banner,
    plugins: [withoutUnreachable, withoutLateParts],
  });

export const bundleReturnPage = (outDir: string): Promise<string[]> =>
  bundleBrowserScript({
    entry: inRoot('src/return-page/return-page.ts'),
    outDir,
    fileName: 'return-page.js',
  });

/** A language that is not built in registers itself: its script exports nothing, whatever the library's module did. */
async function buildLocales(): Promise<void> {
  const files = await readdir(inRoot('src/locales'));
  const languages = files.filter((file) => /^[a-z]{2,3}(-[A-Za-z]+)?\.ts$/.test(file) && file !== 'en.ts');
  await Promise.all(languages.map((file) => buildLocale(basename(file, '.ts'))));
}

async function buildLocale(code: string): Promise<void> {
  const outDir = join(dist, 'locales');
  await bundleBrowserScript({ entry: inRoot(`src/locales/${code}.ts`), outDir, fileName: `${code}.js` });
  await writeFile(join(outDir, `${code}.d.ts`), 'export {};\n');
}
