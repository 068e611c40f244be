import { demand } from './demand.js';

/**
 * Where an upstream is, without a slash at its end. A token never crosses a network in the clear.
 * @throws TypeError that says what to change.
 */
export function readBaseUrl(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && url.username + url.password + url.search + url.hash === '';
  demand(isPlain, `${option} must be a URL without user name, query and fragment`);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  demand(isSafe, `${option} must be https: (http: only on loopback)`);
  return url.href.replace(/\/+$/, '');
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** @throws TypeError for anything that is not exactly what a browser writes into `Origin`. */
export function readOrigins(origins: readonly string[]): ReadonlySet<string> {
  if (!Array.isArray(origins)) throw new TypeError('createProxy: origins must be a list');
  for (const origin of origins) {
    if (!isOrigin(origin)) {
      throw new TypeError(
        `createProxy: origins must look like 'https://app.example', without a path; got ${JSON.stringify(origin)}`,
      );
    }
  }
  return new Set(origins);
}

function isOrigin(text: unknown): boolean {
  if (typeof text !== 'string' || !URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.origin === text;
}
