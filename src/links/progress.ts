import type { ImportRun, Result } from './run-state.js';

/** How many entries have come to what. */
export type Progress = Readonly<Record<Result['name'] | 'all' | 'done', number>>;

export function progressOf({ entries }: ImportRun): Progress {
  const counts = { waiting: 0, unknown: 0, created: 0, there: 0, linked_already: 0, refused: 0 };
  for (const { result } of entries) counts[result.name]++;
  const all = entries.length;
  return { ...counts, all, done: all - counts.waiting - counts.unknown };
}
