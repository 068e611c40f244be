import type { BrowserContext, ConsoleMessage, Locator, Page as PlaywrightPage } from 'playwright-core';
import type { Context, Page } from './browser.js';
import { expression } from './expression.js';
import { patience, until } from './patience.js';

/** Runs source text in a page without counting as a person's act, which would open the popup blocker. */
export type Evaluate = (page: PlaywrightPage, source: string) => Promise<unknown>;

/** What Chromium and Firefox have in common. */
export function playwrightContext(context: BrowserContext, evaluate: Evaluate): Context {
  const pages = new WeakMap<PlaywrightPage, Page>();
  const givenOut = new Set<PlaywrightPage>();

  const known = (tab: PlaywrightPage): Page => {
    const page = pages.get(tab) ?? playwrightPage(tab, evaluate);
    pages.set(tab, page);
    return page;
  };
  const newTab = (): PlaywrightPage | undefined => context.pages().find((tab) => !givenOut.has(tab));
  // its problems are heard from the start
  context.on('page', known);

  return {
    async page(url) {
      const tab = await context.newPage();
      givenOut.add(tab);
      if (url) await tab.goto(url);
      return known(tab);
    },
    pages: () => Promise.resolve(context.pages().map(known)),
    async waitForTab({ timeout } = {}) {
      const tab = await until(() => Promise.resolve(newTab()), 'a new tab', timeout);
      givenOut.add(tab);
      return known(tab);
    },
    close: () => context.close(),
  };
}

function playwrightPage(tab: PlaywrightPage, run: Evaluate): Page {
  const evaluate: Page['evaluate'] = async (work, ...parameters) =>
    (await run(tab, expression(work, parameters))) as never;
  const element = (selector: string): Locator => tab.locator(selector).first();
  return {
    goto: (url) => tab.goto(url),
    evaluate,
    waitFor: (work, { parameters = [] as never, timeout } = {}) =>
      until(() => evaluate(work, ...parameters), work.toString(), timeout),
    click: (selector) => element(selector).click({ timeout: patience }),
    fill: (selector, text) => element(selector).fill(text, { timeout: patience }),
    text: (selector) => element(selector).innerText({ timeout: patience }),
    url: () => Promise.resolve(tab.url()),
    title: () => tab.title(),
    reload: () => tab.reload(),
    isOpen: () => Promise.resolve(!tab.isClosed()),
    close: () => tab.close(),
    bringToFront: () => tab.bringToFront(),
    screenshot: () => tab.screenshot(),
    problems: problemsOf(tab),
  };
}

function problemsOf(tab: PlaywrightPage): string[] {
  const problems: string[] = [];
  tab.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  tab.on('console', (message) => {
    if (!isAboutARequest(message)) problems.push(`console.${message.type()}: ${message.text()}`);
  });
  return problems;
}

/** Chromium notes each answer of 400 and above; for us a 404 is an answer like another. */
const isAboutARequest = (message: ConsoleMessage): boolean =>
  message.text().startsWith('Failed to load resource');
