import type { Explanation } from '../../test/mutants/survivors.js';
import { isSurvivor, type Mutant } from './mutants.js';

export interface Comparison {
  /** Survivors that nobody has explained. */
  unexplained: Mutant[];
  /** Explanations of mutants that are not made any more. One that is killed now and then, by luck, stays explained. */
  outdated: string[];
}

export const inWords = ({ file, line, becomes }: Pick<Mutant, 'file' | 'line' | 'becomes'>): string =>
  `${file}: ${line} ⇒ ${becomes}`;

/** Holds the survivors against the explanations, in the files that were tried. */
export function compare(mutants: readonly Mutant[], explanations: readonly Explanation[]): Comparison {
  const survivors = mutants.filter(isSurvivor);
  const known = new Set(mutants.map(inWords));
  const tried = new Set(mutants.map(({ file }) => file));
  const explained = explanations
    .filter(({ file }) => tried.has(file))
    .flatMap(({ file, mutants }) => mutants.map(([line, becomes]) => inWords({ file, line, becomes })));
  return {
    unexplained: survivors.filter((survivor) => !explained.includes(inWords(survivor))),
    outdated: explained.filter((words) => !known.has(words)),
  };
}
