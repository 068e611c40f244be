import { readFile } from 'node:fs/promises';
import { file, plain } from './responses.js';

const script = 'text/javascript; charset=utf-8';
const source = 'application/json';

/** What the site serves as it lies there: the package's files from `dist/`, and the demo's own. */
const files: Readonly<Record<string, readonly [path: string, type: string]>> = {
  '/connect-district.js': ['../../dist/connect-district.js', script],
  '/connect-district.js.map': ['../../dist/connect-district.js.map', source],
  '/all.js': ['../../dist/all.js', script],
  '/all.js.map': ['../../dist/all.js.map', source],
  // `all.js` loads these from beside itself, when somebody uses them.
  '/district-onboardings.invitation.js': ['../../dist/district-onboardings.invitation.js', script],
  '/external-links.writing.js': ['../../dist/external-links.writing.js', script],
  '/papaparse.js': ['../../dist/papaparse.js', script],
  '/return.html': ['../../dist/return.html', 'text/html; charset=utf-8'],
  '/return-page.js': ['../../dist/return-page.js', script],
  '/return-page.js.map': ['../../dist/return-page.js.map', source],
  '/connect.js': ['../public/connect.js', script],
  '/staff.js': ['../public/staff.js', script],
  '/links.js': ['../public/links.js', script],
  '/event-log.js': ['../public/event-log.js', script],
  '/switches.js': ['../public/switches.js', script],
  '/onboarding-switches.js': ['../public/onboarding-switches.js', script],
  '/site.css': ['../public/site.css', 'text/css; charset=utf-8'],
  '/logo.svg': ['../public/logo.svg', 'image/svg+xml'],
};

/** The file at this path of the site, if there is one. */
export async function fileAt(pathname: string): Promise<Response | null> {
  const [path, type] = (Object.hasOwn(files, pathname) && files[pathname]) || [];
  if (!path || !type) return null;
  try {
    return file(new Uint8Array(await readFile(new URL(path, import.meta.url))), type);
  } catch {
    return plain(`${pathname} has not been built yet: npm run build\n`, 503);
  }
}
