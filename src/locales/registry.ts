import { en, type Texts } from './en.js';

const locales = new Map<string, Texts>([['en', en]]);
const listeners = new Set<() => void>();

/**
 * Adds a language or replaces texts of one; elements that are on the page show them at once. `code` is BCP 47. What is
 * left out is English.
 */
export function registerLocale(code: string, texts: Partial<Texts>): void {
  locales.set(code.toLowerCase(), { ...en, ...texts });
  for (const listener of listeners) listener();
}

/** The texts for a language: `es-MX`, else `es`, else English. */
export function textsFor(language: string): Texts {
  const code = language.toLowerCase();
  return locales.get(code) ?? locales.get(code.split('-')[0] ?? '') ?? (locales.get('en') as Texts);
}

/** Returns what ends the listening. */
export function onLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
