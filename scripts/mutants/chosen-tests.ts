import { guards } from '../../test/mutants/guards.js';
import { testFiles } from '../test/files.js';

const left = [
  // starts and kills processes of its own, which know of no mutant
  'test/proxy/kill.test.ts',
  // thousands of requests that say no more of a mutant than the near misses do
  'test/proxy/threats/csrf.test.ts',
  'test/proxy/threats/authorization/matrix.test.ts',
];

/** The tests that the mutants are held against. */
export const chosenTestFiles = async (): Promise<string[]> =>
  (await testFiles('node')).filter((file) => /^test\/(contract|proxy)\//.test(file) && !left.includes(file));

/** The near misses take minutes for all mutants that survive everything else; they are about the guards. */
export const isFor = (testId: string, mutatedFile: string): boolean =>
  !testId.startsWith('test/proxy/threats/') || guards.some((guard) => mutatedFile.endsWith(guard));
