import type { Middleware } from '../../scripts/wtr/vite.js';

/** What the pages of the element tests can ask over HTTP, in front of the files. */
export function testServer(): Middleware {
  return (_context, next) => next();
}
