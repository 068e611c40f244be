import { chromium } from 'playwright-core';
import { choose, type Choice } from './choice.js';
import { firstThatExists, onPath } from './on-path.js';

/** The engines we promise to work in. */
export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

/** WebKitGTK's driver, the browser it drives, and the X server it needs where there is no display. */
export interface WebKit {
  driver: string;
  browser: string;
  xvfb: string | undefined;
}

export function findChromium(): string | undefined {
  return (
    process.env.CHROME_PATH ??
    onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome') ??
    firstThatExists('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', chromium.executablePath())
  );
}

export function findFirefox(): string | undefined {
  return process.env.FIREFOX_PATH ?? onPath('firefox-esr', 'firefox');
}

export function findWebKit(): WebKit | undefined {
  const driver = onPath('WebKitWebDriver');
  const browser = firstThatExists(
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
  );
  const xvfb = onPath('Xvfb');
  return driver && browser && (process.env.DISPLAY || xvfb) ? { driver, browser, xvfb } : undefined;
}

const finders: Record<Engine, () => unknown> = {
  chromium: findChromium,
  firefox: findFirefox,
  webkit: findWebKit,
};

/** Unset, `BROWSERS` asks for all and insists on Chromium. */
export const chooseBrowsers = (asked = process.env.BROWSERS): Choice<Engine> =>
  choose(finders, { asked, insisted: ['chromium'] });

/** Chromium keeps its sandbox except for root, where it refuses to start with one. */
export const chromiumArgs: string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
