import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { inRoot } from '../../scripts/paths.js';
import { type Browser, engines, launch, type Page, skipReason } from './browsers/index.js';

const csp =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

/** The page is somewhere else than its scripts, which are beside each other. */
const pages: Record<string, string> = {
  'a classic script': '<script defer src="/scripts/all.js"></script>',
  'a module': '<script type="module" src="/scripts/all.js"></script>',
  'a page with RequireJS':
    '<script src="/scripts/require.js"></script><script defer src="/scripts/all.js"></script>',
};

const requireJs = 'window.define = () => { throw new Error("defined"); }; window.define.amd = {};';
const noLinks = JSON.stringify({ count: 0, next: null, previous: null, results: [] });

/** What was asked for is noted in `requested`. */
function startHost(requested: string[]): Server {
  return createServer((request, response) => {
    const path = request.url ?? '';
    requested.push(path);
    response.setHeader('Content-Security-Policy', csp);
    const script = pages[decodeURIComponent(path.slice('/pages/'.length))];
    const send = (type: string, body: string | Buffer) => response.setHeader('Content-Type', type).end(body);
    if (script)
      send('text/html', `<!doctype html><title>host</title>${script}<external-links proxy="/proxy">`);
    else if (path === '/proxy/links') send('application/json', noLinks);
    else if (path === '/scripts/require.js') send('text/javascript', requireJs);
    else
      readFile(inRoot(path.replace('/scripts/', 'dist/'))).then(
        (file) => send('text/javascript', file),
        () => response.writeHead(404).end(),
      );
  }).listen(0);
}

for (const engine of engines)
  describe(`the part for imports in ${engine}`, { skip: skipReason(engine) }, () => {
    const requested: string[] = [];
    let server: Server;
    let browser: Browser;
    before(async () => {
      server = startHost(requested);
      await once(server, 'listening');
      browser = await launch(engine);
    });
    after(async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
    });

    const open = async (name: string): Promise<Page> => {
      const { port } = server.address() as AddressInfo;
      const page = await (await browser.newContext()).page(`http://localhost:${port}/pages/${name}`);
      await page.waitFor(() => !!document.querySelector(':defined')?.tagName);
      return page;
    };
    const loads = (): number =>
      requested.filter((path) => path === '/scripts/external-links.writing.js').length;

    for (const name of Object.keys(pages))
      it(`is loaded by ${name} when it is needed, once, under the strictest policy`, async () => {
        const before = loads();
        const page = await open(name);
        const part = (of: string): string => `external-links >> [part~="${of}"]`;
        await page.click(part('import-open'));
        await page.click(part('import-close'));
        await page.click(part('import-open'));
        // WebKit's driver types no line break.
        await page.waitFor(
          (text) => {
            const root = document.querySelector('external-links')?.shadowRoot;
            const field = root?.querySelector('textarea');
            return field && Object.assign(field, { value: text }).value;
          },
          { parameters: ['member;identity\n1;"2;3"'] },
        );
        await page.click(part('import-read'));
        const line = await page.text(part('review'));
        assert.match(line, /Member 1 will sign in as 2;3/);
        assert.equal(loads(), before + 1);
        assert.deepEqual(page.problems, []);
        assert.equal(await page.evaluate(() => 'Papa' in window), false);
      });
  });
