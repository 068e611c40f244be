import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

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

/** What this machine has of what `BROWSERS` asks for. Unset, it asks for all and insists on Chromium. */
export interface Choice {
  found: Engine[];
  missing: Engine[];
  /** The part of `missing` without which a run is a failure. */
  lacking: Engine[];
}

export function chooseBrowsers(asked = process.env.BROWSERS): Choice {
  const wanted = asked ? engines.filter((engine) => asked.split(',').includes(engine)) : [...engines];
  const required = asked ? wanted : ['chromium'];
  const missing = wanted.filter((engine) => !finders[engine]());
  return {
    found: wanted.filter((engine) => !missing.includes(engine)),
    missing,
    lacking: missing.filter((engine) => required.includes(engine)),
  };
}

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

function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return firstThatExists(...names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

const firstThatExists = (...paths: string[]): string | undefined => paths.find((path) => existsSync(path));
