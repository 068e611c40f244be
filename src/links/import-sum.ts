import type { LinkAnnouncements } from './announcement.js';
import type { Line } from './line.js';
import { progressOf } from './progress.js';
import type { ImportRun } from './run-state.js';

/** An import in three numbers; together they are all its lines. */
export function sumOf(lines: readonly Line[], run: ImportRun): LinkAnnouncements['links-imported'] {
  const { created, there } = progressOf(run);
  const skipped = there + lines.filter((line) => line.there).length;
  return { created, skipped, failed: lines.length - created - skipped };
}
