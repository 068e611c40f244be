import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/paths.js';
import { expression } from '../browsers/expression.js';
import { recordEverything } from './recorder.js';

export interface File {
  type: string;
  body: string | Buffer;
}

const script = (body: File['body']): File => ({ type: 'text/javascript', body });
const built = (path: string): Buffer => readFileSync(inRoot(`dist/${path}`));
const installed = createRequire(import.meta.url);

/** What a host serves as it was built, under the paths that its pages name; read once, before anybody builds again. */
export const files: Record<string, File> = {
  '/connect-district.js': script(built('connect-district.js')),
  // The same bytes under another URL: a module is fetched once, so a page loads a second copy by a second name.
  '/copy/connect-district.js': script(built('connect-district.js')),
  '/locales/es.js': script(built('locales/es.js')),
  '/return-page.js': script(built('return-page.js')),
  '/return.html': { type: 'text/html; charset=utf-8', body: built('return.html') },
  '/record.js': script(expression(recordEverything, [])),
  '/axe.js': script(readFileSync(installed.resolve('axe-core/axe.min.js'))),
};
