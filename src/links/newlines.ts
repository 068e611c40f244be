/**
 * What ends the lines outside of quotes. LF also stands for CR LF, because files that several programs have written
 * have both; CR alone is of old Macs.
 */
export function newlineOf(text: string): '\n' | '\r' {
  const bare = text.replace(/"[^"]*"/g, '');
  return bare.includes('\r') && !bare.includes('\n') ? '\r' : '\n';
}

/** How many lines the cells go on for. */
export const newlinesIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (/[\r\n]/.test(cell) ? cell.split(/\r\n|\r|\n/).length - 1 : 0), 0);
