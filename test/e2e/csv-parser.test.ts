import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bundleBrowserScript } from '../../scripts/build/browser-script.js';
import { lazyParser } from '../../scripts/build/lazy-parser.js';
import { bundleParser } from '../../scripts/build/parser-module.js';
import { inRoot } from '../../scripts/paths.js';
import { type Browser, engines, launch, type Page, skipReason } from './browsers/index.js';

declare global {
  interface Window {
    readCsv: (text: string) => Promise<string[][]>;
  }
}

const csp =
  "default-src 'none'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The page is somewhere else than its scripts, which are beside each other. */
const pages: Record<string, string> = {
  'a classic script': '<script defer src="/scripts/read-csv.js"></script>',
  'a module': '<script type="module" src="/scripts/read-csv.js"></script>',
  'a page with RequireJS':
    '<script src="/scripts/require.js"></script><script defer src="/scripts/read-csv.js"></script>',
};

const requireJs = 'window.define = () => { throw new Error("defined"); }; window.define.amd = {};';

/** What was asked for is noted in `requested`. */
function startHost(folder: string, requested: string[]): Server {
  return createServer((request, response) => {
    const path = request.url ?? '';
    requested.push(path);
    response.setHeader('Content-Security-Policy', csp);
    const body = pages[decodeURIComponent(path.slice('/pages/'.length))];
    if (body)
      response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>host</title>${body}`);
    else {
      response.setHeader('Content-Type', 'text/javascript');
      if (path === '/scripts/require.js') response.end(requireJs);
      else
        readFile(join(folder, path.slice('/scripts/'.length))).then(
          (file) => response.end(file),
          () => response.writeHead(404).end(),
        );
    }
  }).listen(0);
}

for (const engine of engines)
  describe(`the CSV parser in ${engine}`, { skip: skipReason(engine) }, () => {
    const requested: string[] = [];
    let folder: string;
    let server: Server;
    let browser: Browser;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'connect-district-csv-'));
      const entry = inRoot('test/e2e/entries/read-csv.ts');
      await Promise.all([
        bundleBrowserScript({ entry, outDir: folder, fileName: 'read-csv.js', plugins: [lazyParser] }),
        bundleParser(folder, 'papaparse'),
      ]);
      server = startHost(folder, requested);
      await once(server, 'listening');
      browser = await launch(engine);
    });
    after(async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    });

    const open = async (name: string): Promise<Page> => {
      const { port } = server.address() as AddressInfo;
      const page = await (await browser.newContext()).page(`http://localhost:${port}/pages/${name}`);
      await page.waitFor(() => typeof window.readCsv === 'function');
      return page;
    };
    const loads = (): number => requested.filter((path) => path === '/scripts/papaparse.js').length;

    for (const name of Object.keys(pages))
      it(`is loaded by ${name} when it is needed, once, under the strictest policy`, async () => {
        const before = loads();
        const page = await open(name);
        assert.equal(loads(), before);
        for (let time = 0; time < 2; time++)
          assert.deepEqual(await page.evaluate((text) => window.readCsv(text), 'a;b\n1;"2;3"'), [
            ['a', 'b'],
            ['1', '2;3'],
          ]);
        assert.equal(loads(), before + 1);
        assert.deepEqual(page.problems, []);
      });

    it('leaves no name on the page', async () => {
      const page = await open('a module');
      const isLeft = await page.evaluate(async () => {
        await window.readCsv('a,b');
        return 'Papa' in window;
      });
      assert.equal(isLeft, false);
    });
  });
