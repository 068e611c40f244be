import { createProxyClient } from '../client/proxy-client.js';
import { createMemory } from './memory.js';
import { createOnboardTab } from './onboard-tab.js';
import { createSignals } from './signals.js';
import { watcherOf } from './watcher.js';

/** What a controller takes from the world around it: a test or a simulation passes its own. */
export const browserEnvironment = {
  createMemory,
  createOnboardTab,
  createProxyClient,
  createSignals,
  watcherOf,
  /** Monotonic milliseconds. */
  now: (): number => performance.now(),
  /** From 0 to 1. */
  random: (): number => Math.random(),
  /** `randomUUID` needs a secure context, and admin pages in test networks often have none. */
  newKey: (): string =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    ),
  setTimer: (run: () => void, delay: number): number => window.setTimeout(run, delay),
  clearTimer: (timer: number): void => {
    clearTimeout(timer);
  },
};

export type Environment = typeof browserEnvironment;
