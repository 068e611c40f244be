import { guards } from '../../test/mutants/guards.js';
import { testFiles } from '../test/files.js';

const isNearMiss = (file: string): boolean => file.startsWith('test/proxy/threats/near-misses/');

const leftOut = [
  // Kills processes, which know of no mutant.
  'test/proxy/kill.test.ts',
  // Compares what is generated from the source, which is instrumented here.
  'test/contract/openapi.test.ts',
];

/** Suites of minutes, and those that need a Redis, are left out as well. */
const isLeftOut = (file: string): boolean =>
  leftOut.includes(file) || (/^test\/proxy\/(threats|redis)\//.test(file) && !isNearMiss(file));

/** The tests that the mutants are held against. */
export const chosenTestFiles = async (): Promise<string[]> =>
  (await testFiles('node')).filter((file) => /^test\/(contract|proxy)\//.test(file) && !isLeftOut(file));

/** The near misses are about the guards; asked of every mutant that survives all others, they would take too long. */
export const isFor = (testId: string, mutatedFile: string): boolean =>
  !isNearMiss(testId) || guards.some((guard) => mutatedFile.endsWith(guard));
