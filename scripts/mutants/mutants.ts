import type { schema } from '@stryker-mutator/api/core';

/** A mutant with all that is said of it, in a form that stays the same when lines above it come and go. */
export interface Mutant {
  file: string;
  status: schema.MutantStatus;
  /** The line where it begins. */
  line: string;
  /** That line, and the others that it touches, as they are with it. */
  becomes: string;
}

export function mutantsIn(files: schema.FileResultDictionary): Mutant[] {
  return Object.entries(files).flatMap(([file, { mutants, source }]) =>
    mutants.map((mutant) => ({ file, status: mutant.status, ...change(mutant, source.split('\n')) })),
  );
}

/** Lines and columns are counted from 1. */
function change(
  { location: { start, end }, replacement = '' }: schema.MutantResult,
  lines: string[],
): Pick<Mutant, 'line' | 'becomes'> {
  const first = lines[start.line - 1] ?? '';
  const rest = (lines[end.line - 1] ?? '').slice(end.column - 1);
  const mutated = first.slice(0, start.column - 1) + replacement + rest;
  return { line: first.trim(), becomes: mutated.replace(/\s+/g, ' ').trim().slice(0, 140) };
}

/** One that made a test hang is killed as well; one that no test reaches survives. */
export const isKilled = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout';
export const isSurvivor = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage';
