/**
 * Whether a parser of URLs makes another path of a request's target: it has a dot segment, also a percent-encoded one, a
 * backslash (read as `/`) or white space (dropped).
 */
export function isResolvedAnew(target: string): boolean {
  const path = target.replace(/[?#].*/s, '');
  return /[\\\s]/.test(path) || /\/(\.|%2e){1,2}(\/|$)/i.test(path);
}
