/**
 * A spreadsheet runs a cell that begins with one of these (OWASP, "CSV Injection"), also after spaces and quotes, and
 * with the full-width ones. What is one cell here may be several there: Spanish Excel splits at `;`, quoted or not.
 * So an apostrophe goes in front of every formula that stands at the beginning or after anybody's separator. A text
 * with spaces at its ends gets one too, so that an import can tell them from those around a cell.
 */
const formula = `(?:['"]|[^\\S\\t\\r\\n])*[=+\\-@＝＋－＠]`;
const afterSeparator = '(?<=[,;|\\t\\r\\n])';
const notPlain = `${formula}|['\\s]|[^]*\\s$`;

const unguarded = new RegExp(`^(?=${notPlain})|${afterSeparator}(?=${formula})`, 'g');
const guarded = new RegExp(`^'(?=${notPlain})|${afterSeparator}'(?=${formula})`, 'g');
const exact = new RegExp(`^'(?:${notPlain})`);

/** The text as a cell that no spreadsheet runs. */
export const guard = (text: string): string => text.replace(unguarded, "'");

/**
 * The text of a cell. `unguard(guard(text))` is `text`, whatever it is, because an apostrophe at the beginning is
 * guarded itself. Other people's cells lose the spaces around them, and an apostrophe only where a guard would be.
 */
export function unguard(cell: string): string {
  const text = cell.replace(guarded, '');
  return exact.test(cell) ? text : text.trim();
}
