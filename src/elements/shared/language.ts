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
export const dateInWords = (date: string, language: string): string =>
  dateFormat(language).format(new Date(date));

export const numberInWords = (number: number, language: string): string =>
  inLanguage(language, (known) => number.toLocaleString(known));

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The largest unit first. */
const units = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
  ['second', second],
] as const;

/** How far a moment is from another one: "in 3 days", "yesterday". Both in milliseconds since 1970. */
export function distanceInWords(moment: number, now: number, language: string): string {
  const distance = moment - now;
  const [unit, length] = units.find(([, length]) => Math.abs(distance) >= length) ?? ['second', second];
  return relativeFormat(language).format(Math.round(distance / length), unit);
}

const dateFormat = kept((known) => new Intl.DateTimeFormat(known, { dateStyle: 'full', timeStyle: 'short' }));
const relativeFormat = kept((known) => new Intl.RelativeTimeFormat(known, { numeric: 'auto' }));

/** Making a format takes as long as formatting a hundred rows with it. */
function kept<Format>(make: (known: string) => Format): (language: string) => Format {
  const formats = new Map<string, Format>();
  return (language) => {
    const format = formats.get(language) ?? inLanguage(language, make);
    formats.set(language, format);
    return format;
  };
}

/** `lang` is the host's, and may be no language at all. */
export function inLanguage<Result>(language: string, act: (known: string) => Result): Result {
  try {
    return act(language);
  } catch {
    return act('en');
  }
}
