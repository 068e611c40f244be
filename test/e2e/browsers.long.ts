import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { until } from './browsers/patience.js';
import { type Browser, type Context, engines, launch, skipReason } from './browsers/index.js';

const csp = "default-src 'none'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
const page = '<!doctype html><title>host</title><open-button></open-button><script src="script.js"></script>';
const script = `
  window.openedOnLoad = window.open('/tab') !== null;
  customElements.define('open-button', class extends HTMLElement {
    connectedCallback() {
      const button = document.createElement('button');
      button.textContent = 'Open';
      button.addEventListener('click', (event) => {
        window.trusted = event.isTrusted;
        const tab = window.open('', '_blank');
        window.openedOnClick = tab !== null;
        if (tab) tab.location.href = '/tab';
      });
      const field = document.createElement('input');
      this.attachShadow({ mode: 'open' }).append(button, field);
    }
  });
  window.tryLater = () => setTimeout(() => { window.openedLater = window.open('/tab') !== null; }, 50);
`;

/** A host page under the strictest policy, a script that opens tabs, and the tab, with COOP where asked. */
function startHost(): Server {
  return createServer((request, response) => {
    if (request.url === '/script.js') response.setHeader('Content-Type', 'text/javascript').end(script);
    else if (request.url === '/tab')
      response.setHeader('Content-Type', 'text/html').end('<title>tab</title>');
    else {
      response.setHeader('Content-Security-Policy', csp);
      if (request.url === '/coop') response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Content-Type', 'text/html').end(page);
    }
  }).listen(0);
}

for (const engine of engines) {
  describe(engine, { skip: skipReason(engine) }, () => {
    let server: Server;
    let origin: string;
    let browser: Browser;
    let context: Context;

    before(async () => {
      server = startHost();
      await once(server, 'listening');
      origin = `http://localhost:${(server.address() as AddressInfo).port}`;
      browser = await launch(engine);
      context = await browser.newContext();
    });
    after(async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
    });

    it('blocks a tab that nobody asked for', async () => {
      const host = await context.page(`${origin}/`);
      assert.equal(await host.evaluate(() => (window as unknown as Host).openedOnLoad), false);
      await host.close();
    });

    it('does not take an evaluation for a click', async () => {
      const host = await context.page(`${origin}/`);
      await host.evaluate(() => {
        (window as unknown as Host).tryLater();
      });
      await host.waitFor(() => 'openedLater' in window);
      assert.equal(await host.evaluate(() => (window as unknown as Host).openedLater), false);
      await host.close();
    });

    for (const path of ['/', '/coop']) {
      it(`reaches the tab that a click opens from ${path}`, async () => {
        const host = await context.page(`${origin}${path}`);
        await host.click('open-button >> button');
        const tab = await context.waitForTab();
        assert.equal(await tab.waitFor(() => document.title === 'tab' && document.title), 'tab');
        assert.equal(await tab.url(), `${origin}/tab`);
        assert.equal(await host.evaluate(() => (window as unknown as Host).trusted), true);
        assert.equal((await context.pages()).length, 2);
        await tab.close();
        assert.equal(await tab.isOpen(), false);
        assert.equal(await host.title(), 'host');
        await host.close();
      });
    }

    it('types and reads in a shadow root', async () => {
      const host = await context.page(`${origin}/`);
      await host.fill('input', 'Wichita');
      assert.equal(
        await host.evaluate(
          () => document.querySelector('open-button')?.shadowRoot?.querySelector('input')?.value,
        ),
        'Wichita',
      );
      assert.equal(await host.text('open-button >> button'), 'Open');
      await host.close();
    });

    it('waits for what an evaluation promises, and tells its error', async () => {
      const host = await context.page(`${origin}/`);
      assert.equal(await host.evaluate(async (number) => (await Promise.resolve(number)) + 1, 1), 2);
      await assert.rejects(
        host.evaluate(() => Promise.reject(new Error('no district'))),
        /no district/,
      );
      await host.close();
    });

    it('hears of errors and of what is said on the console', async () => {
      const host = await context.page(`${origin}/`);
      await host.evaluate(() => {
        console.warn('twice');
        setTimeout(() => {
          throw new Error('no district');
        });
      });
      // WebDriver has no way to hear them
      const expected = engine === 'webkit' ? [] : ['console.warning: twice', 'uncaught: no district'];
      await until(() => Promise.resolve(host.problems.length >= expected.length), 'the problems');
      assert.deepEqual(host.problems, expected);
      await host.close();
    });

    it('keeps two people apart', async () => {
      const other = await browser.newContext();
      const here = await context.page(`${origin}/`);
      const there = await other.page(`${origin}/`);
      await here.evaluate(() => {
        localStorage.setItem('who', 'one');
        document.cookie = 'who=one';
      });
      assert.deepEqual(await there.evaluate(() => [localStorage.getItem('who'), document.cookie]), [
        null,
        '',
      ]);
      await other.close();
      await here.close();
    });
  });
}

interface Host {
  openedOnLoad: boolean;
  openedLater: boolean;
  trusted: boolean;
  tryLater: () => void;
}
