import { ProxyClient, type ProxyClientOptions } from '../client/proxy-client.js';
import { Memory } from './memory.js';
import { OnboardTab } from './onboard-tab.js';
import { Signals, type Signal } from './signals.js';

/** All that the controller takes from the world around it: a test or a simulation passes its own. */
export interface Environment {
  /** Monotonic milliseconds, for the schedule. */
  now(): number;
  /** Milliseconds since 1970, for the age of hints only. */
  date(): number;
  /** From 0 to 1. */
  random(): number;
  newKey(): string;
  setTimer(run: () => void, delay: number): number;
  clearTimer(timer: number): void;
  createClient(options: ProxyClientOptions): Pick<ProxyClient, keyof ProxyClient>;
  createMemory(...parts: string[]): Pick<Memory, keyof Memory>;
  createSignals(heed: (signal: Signal) => void): Pick<Signals, keyof Signals>;
  createTab(): Pick<OnboardTab, keyof OnboardTab>;
}

/** `randomUUID` needs a secure context, and admin pages in test networks often have none. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

export const browserEnvironment: Environment = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  newKey,
  setTimer: (run, delay) => window.setTimeout(run, delay),
  clearTimer: (timer) => {
    window.clearTimeout(timer);
  },
  createClient: (options) => new ProxyClient(options),
  createMemory: (...parts) => new Memory(...parts),
  createSignals: (heed) => new Signals(heed),
  createTab: () => new OnboardTab(),
};
