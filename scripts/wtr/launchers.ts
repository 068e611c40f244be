import type { BrowserLauncher } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumArgs, type Engine, findChromium, findFirefox, findWebKit } from '../browsers.js';
import { startWebKitDriver } from '../webkit.js';

type Launch = () => BrowserLauncher | Promise<BrowserLauncher>;

export const launchers: Record<Engine, Launch> = { chromium, firefox, webkit };

function chromium(): BrowserLauncher {
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: { executablePath: found(findChromium()), args: chromiumArgs },
  });
}

/** A stock Firefox speaks WebDriver BiDi, which Playwright calls the `moz-firefox` channel. */
function firefox(): BrowserLauncher {
  return playwrightLauncher({
    product: 'firefox',
    launchOptions: { channel: 'moz-firefox', executablePath: found(findFirefox()) },
  });
}

async function webkit(): Promise<BrowserLauncher> {
  const { url, capabilities, stop } = await startWebKitDriver(found(findWebKit()));
  const launcher = webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: url.hostname,
    port: Number(url.port),
    path: url.pathname,
    logLevel: 'error',
    capabilities: { ...capabilities, 'wdio:enforceWebDriverClassic': true },
  });
  // its declaration differs from the interface by an explicit `undefined`
  return stoppingWith(stop, named('WebKit', launcher as BrowserLauncher));
}

/** The launcher calls itself after the driver's capabilities, once it is initialised. */
function named(name: string, launcher: BrowserLauncher): BrowserLauncher {
  const initialize = launcher.initialize?.bind(launcher);
  launcher.initialize = async (...parameters) => {
    await initialize?.(...parameters);
    launcher.name = name;
  };
  return launcher;
}

function stoppingWith(stop: () => void, launcher: BrowserLauncher): BrowserLauncher {
  const stopLauncher = launcher.stop?.bind(launcher);
  launcher.stop = async () => {
    await stopLauncher?.();
    stop();
  };
  return launcher;
}

function found<T>(browser: T | undefined): T {
  if (browser === undefined) throw new Error('The browser has disappeared.');
  return browser;
}
