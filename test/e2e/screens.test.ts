import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumArgs, findChromium } from '../../scripts/browsers.js';
import { startDemo, type Demo } from '../../demo/server/start-demo.js';
import { skipReason } from './browsers/index.js';
import { patience, until } from './browsers/patience.js';
import { readerOf, type Reader } from './reader.js';

describe('the demo’s two screens in Chromium', { skip: skipReason('chromium') }, () => {
  let browser: Browser;
  let directory: string;
  let demo: Demo;
  let context: BrowserContext;
  const problems: string[] = [];

  before(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArgs });
  });
  after(() => browser.close());

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'connect-district-demo-'));
    demo = await startDemo({ port: 0, directory });
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    context.setDefaultTimeout(patience);
  });
  afterEach(async () => {
    await context.close();
    await demo.close();
    await rm(directory, { recursive: true, force: true });
    assert.deepEqual(problems.splice(0), []);
  });

  async function enter(person: string, path: string): Promise<{ page: Page; reader: Reader }> {
    await context.request.post(`${demo.url}/sign-in`, { form: { person }, headers: { Origin: demo.url } });
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource')) problems.push(message.text());
    });
    await page.goto(demo.url + path);
    return { page, reader: await readerOf(page) };
  }

  const externalIds = (): string[] =>
    demo.simulator.school('wichita-usd-259').links.map(({ external_id }) => external_id);

  it('staff invite a district, copy its link and delete it, by keyboard only', async () => {
    const { page, reader } = await enter('noor', '/onboardings');
    await reader.tabTo('New onboarding');
    await reader.press('Enter');
    // The form is loaded when it is opened.
    await until(async () => (await reader.focused()).name === 'District', 'the form');
    assert.deepEqual(await reader.focused(), { role: 'combobox', name: 'District' });
    await reader.press('W');
    await reader.tabTo('Create the invitation');
    await reader.press('Enter');
    await reader.hears('The invitation for Wichita USD 259 is ready');
    assert.deepEqual(await reader.focused(), { role: 'button', name: 'Copy link' });
    await reader.press('Enter');
    await reader.hears('Link copied');
    const [made] = demo.simulator.onboardings;
    assert.equal(
      await page.evaluate(() => navigator.clipboard.readText()),
      `${demo.edlinkUrl}/onboard/${made?.id ?? ''}`,
    );

    await reader.tabTo('Done');
    await reader.press('Enter');
    await reader.tabTo('Delete: Wichita USD 259');
    await reader.press('Enter');
    assert.deepEqual(await reader.names('dialog'), ['Delete the invitation of Wichita USD 259?']);
    assert.deepEqual(await reader.focused(), { role: 'button', name: 'No, keep it' });
    await reader.tabTo('Yes, delete it');
    await reader.press('Enter');
    await reader.hears('Deleted: Wichita USD 259');
    assert.notEqual(demo.simulator.onboardings[0]?.deletedAt, null);
    assert.notEqual((await reader.focused()).role, 'RootWebArea', 'the focus is not lost');
  });

  it('filters are in the page’s URL', async () => {
    const { page } = await enter('noor', '/onboardings?state=started&proxy=https://elsewhere.example');
    const filter = page.locator('[part=filter-state]');
    assert.equal(await filter.inputValue(), 'started');
    await filter.selectOption('completed');
    assert.equal(new URL(page.url()).search, '?state=completed');
    await page.reload();
    assert.equal(await filter.inputValue(), 'completed');
  });

  it('an admin imports a pasted CSV, stops, and goes on', async () => {
    const { page, reader } = await enter('dana', '/links');
    const before = externalIds();
    const wanted = Array.from({ length: 6 }, (_, index) => `person-${index}`);
    demo.simulator.configure({ faults: [{ kind: 'slow', milliseconds: 250, on: 'createLink' }] });
    await page.locator('[part=import-open]').click();
    await page
      .locator('[part=import-text]')
      .fill(wanted.map((id, index) => `${1001 + index},${id}`).join('\n'));
    await page.locator('[part=import-read]').click();
    await page.locator('[part=import-start]').click();
    await page.locator('[part=import-stop]').click();
    await page.locator('[part=import-resume]').waitFor();
    await reader.hears(/The import has stopped/);
    const written = externalIds().length - before.length;
    assert.ok(written < wanted.length, `${written} are written`);

    demo.simulator.configure({ faults: [] });
    await page.locator('[part=import-resume]').click();
    await page.locator('[part=import-done]').waitFor();
    await reader.hears(/The import is finished/);
    assert.deepEqual(externalIds(), [...before, ...wanted]);
    await page.getByText('link member 1006').waitFor();
  });

  it('a connected district’s members become links', async () => {
    const { page, reader } = await enter('dana', '/links');
    await page.locator('connect-district [part~=button]').click();
    await page.locator('connect-district [part~=check]').waitFor();
    const [started] = demo.simulator.onboardings;
    demo.simulator.complete(started?.id ?? '');
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.locator('[part=offer-open]').click();
    await page.locator('[part=import-start]').click();
    await page.locator('[part=import-done]').waitFor();
    await reader.hears(/The import is finished/);
    const linked = demo.simulator
      .school('wichita-usd-259')
      .links.filter(({ external_id }) => /^[\da-f-]{36}$/.test(external_id));
    assert.equal(new Set(linked.map(({ user }) => user)).size, 16, 'each member is linked');
    assert.equal(linked.length, 16, 'and once');
  });

  it('who may only read is offered nothing else', async () => {
    const { page, reader } = await enter('maya', '/links');
    await page.locator('[part~=row]').first().waitFor();
    await page.getByText('Your account may look at these links, but not change them.').waitFor();
    const offered = (await reader.names('button')).filter((name) => /add|import|remove/i.test(name));
    assert.deepEqual(offered, []);
  });
});
