import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { inRoot } from '../paths.js';

const options = (mutate: string[]): PartialStrykerOptions => ({
  mutate,
  testRunner: 'node-test',
  plugins: [inRoot('scripts/mutants/plugins.ts')],
  ignorers: ['sentences'],
  checkerNodeArgs: ['--import', 'tsx'],
  testRunnerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: join(tmpdir(), 'connect-district-mutants.json') },
  tempDirName: join(tmpdir(), 'connect-district-mutants'),
  // only what the tests of proxy and contract need
  ignorePatterns: ['*', '!src', '!src/**', '!test', '!test/**', '!scripts', '!scripts/**', '!package.json', '!tsconfig.json'],
  allowConsoleColors: false,
});

/** Makes every mutant of these files and runs the tests that reach it. */
export const tryMutants = (mutate: string[]): Promise<MutantResult[]> =>
  new Stryker(options(mutate)).runMutationTest();
