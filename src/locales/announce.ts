import type { AllTexts } from './en.js';

/** The elements of this package; each class carries the registry of the copy it came from. */
const tags = ['connect-district', 'district-onboardings', 'external-links'];

/**
 * Hands a language to the elements, whether their script has run already or comes later: a language is a script of
 * its own, and the custom element registry is the one place where two scripts meet without a global.
 */
export function announceLocale(code: string, texts: AllTexts): void {
  for (const tag of tags)
    void customElements.whenDefined(tag).then((element) => {
      (element as { registerLocale?: (code: string, texts: AllTexts) => void }).registerLocale?.(code, texts);
    });
}
