import { chooseBrowsers, type Engine } from '../../../scripts/browsers.js';
import type { Browser } from './browser.js';
import { launchChromium } from './chromium.js';
import { launchFirefox } from './firefox.js';
import { launchWebKit } from './webkit.js';

export type { Browser, Context, Page } from './browser.js';
export { type Engine, engines } from '../../../scripts/browsers.js';

const launchers: Record<Engine, () => Promise<Browser>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit,
};

export const launch = (engine: Engine): Promise<Browser> => launchers[engine]();

const { found } = chooseBrowsers();

/** For `describe`'s options: why this engine's tests are skipped here, or `false`. */
export const skipReason = (engine: Engine): string | false =>
  found.includes(engine) ? false : `${engine} is not on this machine, or not among BROWSERS`;
