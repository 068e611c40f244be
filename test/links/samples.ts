import type { Link } from '../../src/contract/link.js';
import { guessMapping, isCompleteMapping } from '../../src/links/columns.js';
import type { Line } from '../../src/links/line.js';
import { review } from '../../src/links/review.js';
import { readTable, type Table } from '../../src/links/table.js';
import { parseCsv } from '../../src/elements/shared/csv-parser.js';

let ids = 0;

export const link = (user: number | null, external_id: string, changes: Partial<Link> = {}): Link => ({
  id: ++ids,
  user,
  link_type: 'external',
  external_id,
  last_external_update: null,
  ...changes,
});

export const tableOf = (text: string, separator?: string): Table => readTable(text, parseCsv, separator);

/** What a person would see who leaves everything as it was guessed. */
export function reviewed(text: string, links: readonly Link[] = []): Line[] {
  const table = tableOf(text);
  const mapping = guessMapping(table);
  if (!isCompleteMapping(mapping)) throw new Error('The columns are not clear.');
  return review(table, mapping, links);
}

/** `SEED=… npm test` repeats a run. */
export const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
