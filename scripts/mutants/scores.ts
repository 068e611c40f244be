import { isKilled, isSurvivor, type Mutant } from './mutants.js';

export interface Score<Name extends string = string> {
  name: Name;
  killed: number;
  survived: number;
  total: number;
  /** Killed, of a hundred. */
  percent: number;
}

export function scoreOf<Name extends string>(name: Name, mutants: readonly Mutant[]): Score<Name> {
  const killed = mutants.filter(isKilled).length;
  const survived = mutants.filter(isSurvivor).length;
  const total = killed + survived;
  return { name, killed, survived, total, percent: total === 0 ? 100 : (100 * killed) / total };
}

export function scoresByFile(mutants: readonly Mutant[]): Score[] {
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  return files
    .map((name) =>
      scoreOf(
        name,
        mutants.filter(({ file }) => file === name),
      ),
    )
    .filter(({ total }) => total > 0);
}
