import { firefox } from 'playwright-core';
import { findFirefox } from '../../../scripts/browsers.js';
import type { Browser } from './browser.js';
import { claimNoGesture } from './no-gesture.js';
import { playwrightContext } from './playwright.js';

export async function launchFirefox(): Promise<Browser> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: findFirefox() ?? '',
    firefoxUserPrefs: { 'dom.disable_open_during_load': true },
  });
  claimNoGesture(browser);
  return {
    name: 'firefox',
    newContext: async () =>
      playwrightContext(await browser.newContext(), (page, source) => page.evaluate(source)),
    close: () => browser.close(),
  };
}
