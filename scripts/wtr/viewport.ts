import type { TestRunnerPlugin } from '@web/test-runner';
import { playwrightPage, webDriverClient, type WebDriverClient } from './sessions.js';

/** Width and height in CSS pixels. WebKit's window gets no narrower than 447. */
export interface Viewport {
  width: number;
  height: number;
}

/** The command `viewport`, for all three engines: the built-in `setViewport` knows no WebDriver. */
export const viewport: TestRunnerPlugin<Viewport> = {
  name: 'viewport',
  async executeCommand({ command, payload, session }) {
    if (command !== 'viewport' || !payload) return undefined;
    const page = playwrightPage(session);
    if (page) await page.setViewportSize(payload);
    else await resizeWindow(webDriverClient(session), payload);
    return true;
  },
};

/** WebDriver sets the outer size, and the window manager may take more than one step to it. */
async function resizeWindow(client: WebDriverClient, { width, height }: Viewport): Promise<void> {
  for (let step = 0; step < 3; step++) {
    const [innerWidth, innerHeight, frameWidth, frameHeight] = (await client.execute(
      'return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]',
    )) as [number, number, number, number];
    if (innerWidth === width && innerHeight === height) return;
    await client.setWindowRect(null, null, width + frameWidth, height + frameHeight);
  }
}
