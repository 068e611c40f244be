import type { AllTexts } from './en.js';

const locales = new Map<string, Partial<AllTexts>>();
const listeners = new Set<() => void>();
/** What has been put together already: texts stay the same object as long as they are the same. */
let joined = new WeakMap<object, Map<Partial<AllTexts> | undefined, object>>();

/**
 * Adds a language or replaces texts of one; elements that are on the page show them at once. `code` is BCP 47. What is
 * left out is English.
 */
export function registerLocale(code: string, texts: Partial<AllTexts>): void {
  locales.set(code.toLowerCase(), texts);
  joined = new WeakMap();
  for (const listener of listeners) listener();
}

/** The texts for a language: those of `es-MX`, else `es`, else of a changed English, and what they lack in English. */
export function textsFor<Own extends object>(language: string, english: Own): Own {
  const code = language.toLowerCase();
  const texts = locales.get(code) ?? locales.get(code.split('-')[0] ?? '') ?? locales.get('en');
  const known = joined.get(english) ?? new Map<Partial<AllTexts> | undefined, object>();
  if (!known.has(texts)) known.set(texts, { ...english, ...texts });
  joined.set(english, known);
  return known.get(texts) as Own;
}

/** Returns what ends the listening. */
export function onLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
