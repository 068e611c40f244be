import type { Result } from '../links/run-state.js';
import type { importing } from '../locales/en/importing.js';
import type { Texts } from '../locales/texts.js';
import { memberOf, refusalInWords, type LinksTexts } from './external-links.words.js';

export type ImportTexts = LinksTexts & Texts<typeof importing>;

/** Why a line was not written. */
export function resultInWords(texts: ImportTexts, result: Result): string {
  const { linkResults, linkFaults } = texts;
  switch (result.name) {
    case 'linked_already':
      return linkFaults.linked_already(memberOf(texts, result.link.user));
    case 'refused':
      return refusalInWords(texts, result.failure.field);
    case 'unknown':
      return linkResults.unknown;
    default:
      return linkResults.waiting;
  }
}
