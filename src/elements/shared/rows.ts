import { inLanguage } from './language.js';

/** Looking through the rows of a table that are loaded: pure, so that it is the same in every element. */

export interface Order {
  /** A column's name. */
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
}

/** What a row is sorted by; `null` and `''` come last in both directions. */
export type SortValue = string | number | null;

/** Text as it is searched: without case, accents and width. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .toLowerCase();

/** Finds the rows that have every word of what was typed. What a row says is read once, as long as it is the same row. */
export function createSearch<Row extends object>(
  textOf: (row: Row) => string,
): (rows: readonly Row[], typed: string) => readonly Row[] {
  const texts = new WeakMap<Row, string>();
  const foldedOf = (row: Row): string => {
    const text = texts.get(row) ?? fold(textOf(row));
    texts.set(row, text);
    return text;
  };
  return (rows, typed) => {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    return words.length ? rows.filter((row) => words.every((word) => foldedOf(row).includes(word))) : rows;
  };
}

/** The rows in another order; equal ones stay as they were. */
export function sorted<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Order['direction'],
  language: string,
): readonly Row[] {
  const options = { numeric: true, sensitivity: 'base' } as const;
  const { compare } = inLanguage(language, (known) => new Intl.Collator(known, options));
  const sign = direction === 'ascending' ? 1 : -1;
  const difference = (one: SortValue, other: SortValue): number => {
    if (isNothing(one) || isNothing(other)) return Number(isNothing(one)) - Number(isNothing(other));
    const isNumeric = typeof one === 'number' && typeof other === 'number';
    return sign * (isNumeric ? one - other : compare(String(one), String(other)));
  };
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((one, other) => difference(one.value, other.value))
    .map(({ row }) => row);
}

/** The order after a click on a column's header. */
export const nextOrder = (order: Order | undefined, by: string): Order => ({
  by,
  direction: order?.by === by && order.direction === 'ascending' ? 'descending' : 'ascending',
});

const isNothing = (value: SortValue): boolean => value === null || value === '';
