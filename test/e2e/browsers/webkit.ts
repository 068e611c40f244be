import { findWebKit } from '../../../scripts/browsers.js';
import { startWebKitDriver } from '../../../scripts/webkit.js';
import type { Browser, Context, Page } from './browser.js';
import { deepQuery } from './deep-query.js';
import { expression } from './expression.js';
import { until } from './patience.js';
import { elementKey, type Session, startSession } from './webdriver.js';

/** WebKitGTK's browser keeps nothing under automation, so each context is a browser (and a driver) of its own. */
export function launchWebKit(): Promise<Browser> {
  const open = new Set<Context>();
  return Promise.resolve({
    name: 'webkit',
    newContext: async () => {
      const context = await newContext();
      open.add(context);
      return context;
    },
    close: async () => {
      await Promise.all([...open].map((context) => context.close()));
    },
  });
}

async function newContext(): Promise<Context> {
  const installed = findWebKit();
  if (!installed) throw new Error('WebKit is not installed.');
  const driver = await startWebKitDriver(installed);
  const session = await startSession(driver.url, driver.capabilities);
  // closing the last window would end the session, so the first one stays and is nobody's page
  const [first = ''] = await session.windows();
  // a page in a new tab would be hidden, and WebKit opens nothing for a hidden page
  const newWindow = async (): Promise<string> =>
    ((await session.inWindow(first, 'POST', 'window/new', { type: 'window' })) as { handle: string }).handle;

  const pages = new Map<string, Page>();
  const givenOut = new Set<string>();

  const known = (window: string): Page => {
    const page = pages.get(window) ?? webKitPage(session, window);
    pages.set(window, page);
    return page;
  };

  const nextTab = async (): Promise<string | undefined> =>
    (await session.windows()).find((window) => window !== first && !givenOut.has(window));

  return {
    async page(url) {
      const window = await newWindow();
      givenOut.add(window);
      if (url) await known(window).goto(url);
      return known(window);
    },
    pages: async () => (await session.windows()).filter((window) => window !== first).map(known),
    async waitForTab({ timeout } = {}) {
      const window = await until(nextTab, 'a new tab', timeout);
      givenOut.add(window);
      return known(window);
    },
    close: once(async () => {
      await session.end().catch(() => undefined);
      driver.stop();
    }),
  };
}

function webKitPage(session: Session, window: string): Page {
  const get = (path: string): Promise<unknown> => session.inWindow(window, 'GET', path);
  const post = (path: string, body?: object): Promise<unknown> =>
    session.inWindow(window, 'POST', path, body);
  const run = (source: string): Promise<unknown> =>
    post('execute/sync', { script: `return ${source}`, args: [] });

  const evaluate: Page['evaluate'] = async (work, ...parameters) =>
    (await run(expression(work, parameters))) as never;

  const element = async (selector: string): Promise<string> => {
    const found = await until(() => run(expression(deepQuery, [selector])), selector);
    return `element/${(found as Record<string, string>)[elementKey] ?? ''}`;
  };

  return {
    goto: (url) => post('url', { url }),
    evaluate,
    waitFor: (work, { parameters = [] as never, timeout } = {}) =>
      until(() => evaluate(work, ...parameters), work.toString(), timeout),
    click: async (selector) => post(`${await element(selector)}/click`),
    fill: async (selector, text) => post(`${await element(selector)}/value`, { text }),
    text: async (selector) => (await get(`${await element(selector)}/text`)) as string,
    url: async () => (await get('url')) as string,
    title: async () => (await get('title')) as string,
    reload: () => post('refresh'),
    isOpen: async () => (await session.windows()).includes(window),
    close: () => session.inWindow(window, 'DELETE', 'window'),
    bringToFront: () => get('title'),
    screenshot: async () => Buffer.from((await get('screenshot')) as string, 'base64'),
    problems: [],
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
