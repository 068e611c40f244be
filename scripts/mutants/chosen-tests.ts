import { guards } from '../../test/mutants/guards.js';
import { testFiles } from '../test/files.js';

const isNearMiss = (file: string): boolean => file.startsWith('test/proxy/threats/near-misses/');

/** Suites of minutes, one that kills processes, which know of no mutant, and those that need a Redis. */
const isLeftOut = (file: string): boolean =>
  (/^test\/proxy\/(threats|redis)\//.test(file) && !isNearMiss(file)) || file === 'test/proxy/kill.test.ts';

/** The tests that the mutants are held against. */
export const chosenTestFiles = async (): Promise<string[]> =>
  (await testFiles('node')).filter((file) => /^test\/(contract|proxy)\//.test(file) && !isLeftOut(file));

/** The near misses are about the guards; asked of every mutant that survives all others, they would take too long. */
export const isFor = (testId: string, mutatedFile: string): boolean =>
  !isNearMiss(testId) || guards.some((guard) => mutatedFile.endsWith(guard));
