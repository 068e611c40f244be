import type { TestRunnerPlugin } from '@web/test-runner';
import { playwrightPage } from './sessions.js';

/** What the person has set in the operating system. */
export interface Preferences {
  colorScheme?: 'light' | 'dark' | 'no-preference' | null;
  reducedMotion?: 'reduce' | 'no-preference' | null;
  forcedColors?: 'active' | 'none' | null;
}

/**
 * The command `emulate`. It answers whether it took effect: only Chromium can, Firefox ignores the request
 * without a word and WebDriver has no such command.
 */
export const emulate: TestRunnerPlugin<Preferences> = {
  name: 'emulate',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate' || !payload) return undefined;
    if (session.browser.name !== 'Chromium') return false;
    await playwrightPage(session)?.emulateMedia(payload);
    return true;
  },
};
