import type { Fault, Warning } from '../links/line.js';
import type { Result } from '../links/run-state.js';
import type { writingLinks } from '../locales/en/writing-links.js';
import type { Texts } from '../locales/texts.js';
import { memberOf, type LinksTexts } from './external-links.words.js';

export type WritingTexts = LinksTexts & Texts<typeof writingLinks>;

export function faultInWords(texts: WritingTexts, fault: Fault): string {
  const { linkFaults } = texts;
  switch (fault.code) {
    case 'duplicate_in_file':
      return linkFaults.duplicate_in_file(String(fault.line));
    case 'linked_already':
      return linkFaults.linked_already(memberOf(texts, fault.link.user));
    default:
      return linkFaults[fault.code];
  }
}

export function remarkInWords({ linkRemarks }: WritingTexts, warning: Warning): string {
  switch (warning.code) {
    case 'has_other_link':
    case 'looks_like_link':
      return linkRemarks[warning.code];
    default:
      return linkRemarks[warning.code](String(warning.line));
  }
}

/** The server names the field that is to blame; it says no more. */
export function refusalInWords({ linkResults }: WritingTexts, field: string | null | undefined): string {
  if (field === 'user_id') return linkResults.refused_user_id;
  return field === 'external_id' ? linkResults.refused_external_id : linkResults.refused;
}

/** Why a line was not written. */
export function resultInWords(texts: WritingTexts, result: Result): string {
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
