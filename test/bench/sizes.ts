import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleBrowserScript } from '../../scripts/build/browser-script.js';
import {
  bundleAll,
  bundleDropIn,
  bundleImport,
  bundleReturnPage,
} from '../../scripts/build/browser-scripts.js';
import { budgets } from '../../scripts/build/budgets.js';
import { sizesOf } from '../../scripts/build/sizes.js';
import { inRoot } from '../../scripts/paths.js';
import { type Measurement, measurement } from './measurement.js';

/** What a page loads, beside what the libraries alone would cost it, bundled the same way. */
export async function sizes(): Promise<Measurement[]> {
  const outDir = await mkdtemp(join(tmpdir(), 'connect-district-bench-'));
  try {
    await Promise.all([
      bundleDropIn(outDir),
      bundleAll(outDir),
      bundleImport(outDir),
      bundleReturnPage(outDir),
      bundleEntry('empty-element', outDir),
      bundleEntry('lit-ky-valibot', outDir),
    ]);
    const scripts = await Promise.all([
      measure('empty Lit element', join(outDir, 'empty-element.js')),
      measure('Lit + ky + valibot', join(outDir, 'lit-ky-valibot.js')),
      measure('drop-in', join(outDir, 'connect-district.js'), budgets['dist/connect-district.js'].goal),
      measure('all elements', join(outDir, 'all.js'), budgets['dist/all.js'].goal),
      measure('import, with its CSV parser', join(outDir, 'links-import.js')),
      measure('return page', join(outDir, 'return-page.js'), budgets['dist/return-page.js'].goal),
    ]);
    return scripts.flat();
  } finally {
    await rm(outDir, { recursive: true });
  }
}

const bundleEntry = (name: string, outDir: string): Promise<string[]> =>
  bundleBrowserScript({ entry: inRoot(`test/bench/entries/${name}.ts`), outDir, fileName: `${name}.js` });

async function measure(name: string, file: string, goal?: number): Promise<Measurement[]> {
  const { raw, gzip, brotli } = await sizesOf(file);
  return [
    measurement(`${name}, raw`, raw, 'bytes'),
    measurement(`${name}, gzip`, gzip, 'bytes', goal),
    measurement(`${name}, brotli`, brotli, 'bytes'),
  ];
}
