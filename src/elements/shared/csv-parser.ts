import type { Parse } from '../../links/table.js';

/**
 * papaparse, loaded when somebody imports and not before. Without its worker it needs no `eval` and no blob, so any
 * Content-Security-Policy allows it that allows the page's scripts. A browser that could not load it may not try again
 * before the page is loaded anew (whatwg/html#6768).
 */
export async function loadParser(): Promise<Parse> {
  const { default: papaparse } = await import('papaparse');
  return (text, options) => papaparse.parse<string[]>(text, options);
}
