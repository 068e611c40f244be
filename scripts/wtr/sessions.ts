import type { BasicTestSession, BrowserLauncher } from '@web/test-runner';
import type { PlaywrightLauncher } from '@web/test-runner-playwright';

type PlaywrightPage = ReturnType<PlaywrightLauncher['getPage']>;

/** The part of a WebDriver client that our commands need. */
export interface WebDriverClient {
  execute: (script: string) => Promise<unknown>;
  setWindowRect: (x: null, y: null, width: number, height: number) => Promise<unknown>;
}

export function playwrightPage({ id, browser }: BasicTestSession): PlaywrightPage | undefined {
  if (browser.type !== 'playwright') return undefined;
  return (browser as BrowserLauncher & Pick<PlaywrightLauncher, 'getPage'>).getPage(id);
}

export function webDriverClient({ browser }: BasicTestSession): WebDriverClient {
  return (browser as BrowserLauncher & { driver: WebDriverClient }).driver;
}
