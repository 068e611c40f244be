import { goals } from '../../test/mutants/goals.js';
import { guards } from '../../test/mutants/guards.js';
import { explanations } from '../../test/mutants/survivors.js';
import { compare, inWords } from './explained.js';
import type { Mutant } from './mutants.js';
import type { Verdict } from './plant-bugs.js';
import { scoreOf, scoresByFile, type Score } from './scores.js';

const isGuard = ({ file }: Mutant): boolean => guards.includes(file);

/** Prints what has become of all mutants and bugs, and returns what is to complain of. */
export function report(mutants: readonly Mutant[], verdicts: readonly Verdict[]): string[] {
  const groups = [
    scoreOf('guards', mutants.filter(isGuard)),
    scoreOf(
      'others',
      mutants.filter((mutant) => !isGuard(mutant)),
    ),
  ] as const;
  const { unexplained, outdated } = compare(mutants, explanations);
  console.table([...scoresByFile(mutants), ...groups].map(row));
  console.table(verdicts.map(({ bug, by }) => ({ bug: bug.name, 'caught by': by })));
  for (const survivor of unexplained) console.log(`unexplained: ${inWords(survivor)}`);
  return [
    ...groups.flatMap(({ name, percent }) =>
      percent < goals[name] ? [`the ${name} are below ${goals[name]} %`] : [],
    ),
    ...unexplained.filter(isGuard).map((survivor) => `survives in a guard: ${inWords(survivor)}`),
    ...outdated.map((words) => `is explained, and is there no more: ${words}`),
    ...verdicts.flatMap(({ bug, isCaught, by }) => (isCaught ? [] : [`${bug.name} is not caught: ${by}`])),
  ];
}

const row = ({ name, killed, survived, total, percent }: Score): object => ({
  name,
  killed,
  survived,
  total,
  '%': percent.toFixed(1),
});
