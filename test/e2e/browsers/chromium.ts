import { chromium, type CDPSession, type Page } from 'playwright-core';
import { chromiumArgs, findChromium } from '../../../scripts/browsers.js';
import type { Browser } from './browser.js';
import { type Evaluate, playwrightContext } from './playwright.js';

export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: chromiumArgs,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });
  return {
    name: 'chromium',
    newContext: async () => playwrightContext(await browser.newContext(), withoutGesture()),
    close: () => browser.close(),
  };
}

/** Playwright's own `evaluate` claims a user gesture, which lets the page open tabs for five seconds. */
function withoutGesture(): Evaluate {
  const sessions = new WeakMap<Page, Promise<CDPSession>>();
  return async (page, source) => {
    const session = sessions.get(page) ?? page.context().newCDPSession(page);
    sessions.set(page, session);
    const { result, exceptionDetails } = await (
      await session
    ).send('Runtime.evaluate', {
      expression: source,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  };
}
