import { isIntegerText, longestExternalId } from '../contract/link.js';
import type { CompleteMapping } from './columns.js';
import type { CellFault } from './line.js';
import type { Row, Table } from './table.js';

/** What a line says, and what is wrong with it on its own. */
export interface Values {
  readonly line: number;
  readonly user: string;
  readonly external_id: string;
  readonly faults: readonly CellFault[];
}

export function readValues({ rows }: Table, mapping: CompleteMapping): Values[] {
  const width = rows[0]?.cells.length ?? 0;
  return rows.slice(mapping.hasHeader ? 1 : 0).map((row) => valuesOf(row, mapping, width));
}

function valuesOf(row: Row, mapping: CompleteMapping, width: number): Values {
  const user = row.cells[mapping.user_id] ?? '';
  const external_id = row.cells[mapping.external_id] ?? '';
  const type = mapping.link_type === undefined ? '' : row.cells[mapping.link_type];
  const faults: [CellFault, boolean][] = [
    ['broken_quotes', row.isBroken],
    ['extra_cells', row.cells.slice(width).some((cell) => cell !== '')],
    ['empty_user', user === ''],
    ['not_a_number', user !== '' && !isIntegerText(user)],
    ['empty_external_id', external_id.trim() === ''],
    ['too_long', external_id.length > longestExternalId],
    ['saml2', type === 'saml2'],
  ];
  return { line: row.line, user, external_id, faults: faults.flatMap(([code, is]) => (is ? [code] : [])) };
}
