import { isIntegerText } from '../contract/link.js';
import { namedColumn } from './column-names.js';
import type { Table } from './table.js';

/** Which cell of a row is what, counted from 0; `undefined` where nobody knows yet. */
export interface Mapping {
  /** The first row has names and no values. */
  readonly hasHeader: boolean;
  readonly user_id: number | undefined;
  readonly external_id: number | undefined;
  /** Only an export has it. */
  readonly link_type: number | undefined;
}

export interface CompleteMapping extends Mapping {
  readonly user_id: number;
  readonly external_id: number;
}

export const isCompleteMapping = (mapping: Mapping): mapping is CompleteMapping =>
  mapping.user_id !== undefined &&
  mapping.external_id !== undefined &&
  mapping.user_id !== mapping.external_id;

/** Reads the header, or looks at the values where it says nothing. What could be two things is left to a person. */
export function guessMapping({ rows }: Table): Mapping {
  const [first = { cells: [] }, ...rest] = rows;
  const named = {
    user_id: namedColumn('user_id', first.cells),
    external_id: namedColumn('external_id', first.cells),
    link_type: namedColumn('link_type', first.cells),
  };
  const isNamed = named.user_id !== undefined || named.external_id !== undefined;
  const hasHeader = isNamed || !first.cells.some((cell) => /\d/.test(cell));
  const values = (hasHeader ? rest : rows).map(({ cells }) => cells);
  const user_id = named.user_id ?? mostlyNumbers(values, first.cells.length, named.external_id);
  const external_id = named.external_id ?? theOther(user_id, first.cells.length);
  return { ...named, hasHeader, user_id, external_id };
}

/** The one column that has more numbers than anything else; some of its lines may be wrong. */
function mostlyNumbers(
  values: readonly (readonly string[])[],
  width: number,
  taken: number | undefined,
): number | undefined {
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column !== taken &&
      values.filter((cells) => isIntegerText(cells[column] ?? '')).length * 2 > values.length,
  );
  return columns.length === 1 ? columns[0] : undefined;
}

const theOther = (column: number | undefined, width: number): number | undefined =>
  column !== undefined && width === 2 ? 1 - column : undefined;
