import { executeServerCommand } from '@web/test-runner-commands';
import type { Preferences } from '../../scripts/wtr/emulate.js';
import type { Viewport } from '../../scripts/wtr/viewport.js';

export const setViewport = (viewport: Viewport): Promise<unknown> =>
  executeServerCommand('viewport', viewport);

/** Answers whether it took effect, which is in Chromium only. */
export const emulate = (preferences: Preferences): Promise<boolean> =>
  executeServerCommand('emulate', preferences);
