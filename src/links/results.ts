import { writeCsv } from './csv.js';
import type { Line } from './line.js';
import type { ImportRun, Result } from './run-state.js';

const header = ['line', 'user_id', 'external_id', 'result', 'reason'];

/** What became of each line, in codes. Whoever corrects the lines that failed can import the file again. */
export function resultsCsv(lines: readonly Line[], { entries }: ImportRun): string {
  const results = new Map(entries.map(({ line, result }) => [line, result]));
  return writeCsv([header, ...lines.map((line) => cellsOf(line, results.get(line.line)))]);
}

const cellsOf = (line: Line, result: Result | undefined): string[] => [
  String(line.line),
  line.user,
  line.external_id,
  ...(result ? written(result) : notWritten(line)),
];

const notWritten = ({ there, faults }: Line): [result: string, reason: string] =>
  there ? ['there', ''] : ['faulty', faults.map(({ code }) => code).join(' ')];

const written = (result: Result): [result: string, reason: string] =>
  result.name === 'refused'
    ? ['refused', [result.failure.code, result.failure.field ?? ''].join(' ').trim()]
    : [result.name, ''];
