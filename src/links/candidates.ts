import type { Table } from './table.js';
import type { CompleteMapping } from './columns.js';

/** A link that a host proposes: a member, and say the Edlink person's id. Scripts may give numbers or their texts. */
export interface Candidate {
  readonly user_id: number | string;
  readonly external_id: number | string;
}

/** The candidates as if they stood in a file, one in each line; their texts are taken as they are. */
export const candidateTable = (candidates: readonly Candidate[]): Table => ({
  rows: candidates.map(({ user_id, external_id }, index) => ({
    line: index + 1,
    cells: [textOf(user_id).trim(), textOf(external_id)],
    isBroken: false,
  })),
  separator: '',
});

/** Which cells they are in. */
export const candidateMapping: CompleteMapping = {
  hasHeader: false,
  user_id: 0,
  external_id: 1,
  link_type: undefined,
};

/** The host's page may be JavaScript, and hand over anything. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
