/** The language of an element: its own `lang`, or that of its nearest ancestor, out of every shadow root. */
export function languageOf(element: Element): string {
  for (let node: Element | null = element; node; node = hostOf(node)) {
    const lang = node.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return 'en';
}

function hostOf(node: Element): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** A moment in words; the language's own form, the reader's time zone. */
export function dateInWords(date: string, language: string): string {
  const format = { dateStyle: 'full', timeStyle: 'short' } as const;
  const moment = new Date(date);
  try {
    return moment.toLocaleString(language, format);
  } catch {
    // `lang` is the host's, and may be no language at all.
    return moment.toLocaleString('en', format);
  }
}
