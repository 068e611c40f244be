import { guard } from './formula-guard.js';

/** RFC 4180, every cell in quotes and guarded; the mark in front tells Excel that it is UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;

const quoted = (text: string): string => `"${guard(text).replaceAll('"', '""')}"`;
