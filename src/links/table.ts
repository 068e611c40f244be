import { unguard } from './formula-guard.js';
import { newlineOf, newlinesIn } from './newlines.js';

/** As far as it is used: papaparse's `parse`, which the caller loads. */
export type Parse = (text: string, options: ParseOptions) => Parsed;

export interface ParseOptions {
  readonly newline: '\n' | '\r';
  readonly delimiter?: string;
  readonly delimitersToGuess?: string[];
  readonly preview?: number;
  readonly skipEmptyLines?: 'greedy';
}

export interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row?: number | undefined }[];
  readonly meta: { readonly delimiter: string };
}

/** A row that is not blank. */
export interface Row {
  /** In the file, from 1; a quoted cell may go on for several. */
  readonly line: number;
  /** Without the spaces around them and without the export's guards. */
  readonly cells: readonly string[];
  /** Its quotes do not fit, and it may have swallowed others. */
  readonly isBroken: boolean;
}

export interface Table {
  readonly rows: readonly Row[];
  readonly separator: string;
}

/** Where two of them are as likely, the first: a comma is often part of a name, and a tab of nothing. */
export const separators = ['\t', ';', ',', '|'] as const;

/** Takes a file or what was pasted apart; without a `separator` it is guessed from the first rows. */
export function readTable(pasted: string, parse: Parse, separator?: string): Table {
  const text = pasted.trimEnd();
  const newline = newlineOf(text);
  const delimiter = separator ?? guessSeparator(text, parse, newline);
  // papaparse would skip blank lines itself, and forget that they count
  const { data, errors } = parse(text, { newline, delimiter });
  return { rows: rowsOf(data, new Set(errors.map(({ row }) => row))), separator: delimiter };
}

const guessSeparator = (text: string, parse: Parse, newline: '\n' | '\r'): string =>
  parse(text, { newline, preview: 10, skipEmptyLines: 'greedy', delimitersToGuess: [...separators] }).meta
    .delimiter;

function rowsOf(data: readonly string[][], broken: ReadonlySet<number | undefined>): Row[] {
  let line = 1;
  const rows = data.map((cells, index) => {
    const row = { line, cells: withoutReturn(cells), isBroken: broken.has(index) };
    line += 1 + newlinesIn(row.cells);
    return { ...row, cells: row.cells.map(unguard) };
  });
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** Where some lines end with CR LF and others with LF, the parser is told LF. */
const withoutReturn = (cells: readonly string[]): string[] =>
  cells.map((cell, index) => (index === cells.length - 1 && cell.endsWith('\r') ? cell.slice(0, -1) : cell));
