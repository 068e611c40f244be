import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartialStrykerOptions, schema } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { inRoot } from '../paths.js';

const options = (mutate: string[], folder: string): PartialStrykerOptions => ({
  mutate,
  testRunner: 'node-test',
  plugins: [inRoot('scripts/mutants/plugins.ts')],
  ignorers: ['sentences'],
  testRunnerNodeArgs: ['--import', 'tsx'],
  checkerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: reportIn(folder) },
  tempDirName: join(folder, 'copies'),
  // what the tests of the proxy and the contract need
  ignorePatterns: [
    '*',
    ...['src', 'test', 'scripts', 'docs'].flatMap((name) => [`!${name}`, `!${name}/**`]),
    '!*.json',
  ],
  allowConsoleColors: false,
});

const reportIn = (folder: string): string => join(folder, 'mutants.json');

/** Makes every mutant of these files, and runs the tests that reach it. */
export async function tryMutants(mutate: string[]): Promise<schema.FileResultDictionary> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-district-mutants-'));
  try {
    await new Stryker(options(mutate, folder)).runMutationTest();
    const report = JSON.parse(await readFile(reportIn(folder), 'utf8')) as schema.MutationTestResult;
    return report.files;
  } finally {
    await rm(folder, { recursive: true });
  }
}
