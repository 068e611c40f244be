import { readFile, writeFile } from 'node:fs/promises';

/** What the run without mutants has shown of a test. */
export interface Experience {
  id: string;
  /** Milliseconds. */
  time: number;
  /** It can run beside others, and is worth it, because it waits most of the time. */
  waits: boolean;
}

/** In the sandbox, for the processes that try mutants. */
const file = 'test-experience.json';

export const keepExperience = (tests: Experience[]): Promise<void> => writeFile(file, JSON.stringify(tests));

export const recallExperience = async (): Promise<Experience[]> =>
  JSON.parse(await readFile(file, 'utf8')) as Experience[];

/** First those that have just killed a mutant, because they often kill its neighbours, then the quickest. */
export function inOrder(tests: readonly Experience[], killers: readonly string[]): Experience[] {
  const rank = ({ id, time }: Experience): number =>
    killers.includes(id) ? killers.indexOf(id) - killers.length : time;
  return tests
    .map((one) => ({ ...one, waits: one.waits && !killers.includes(one.id) }))
    .sort((one, other) => rank(one) - rank(other));
}
