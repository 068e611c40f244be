import type { common } from '../locales/en/common.js';
import type { links } from '../locales/en/links.js';
import type { table } from '../locales/en/table.js';
import type { Texts } from '../locales/texts.js';
import type { Fault, Warning } from '../links/line.js';

export type LinksTexts = Texts<typeof common & typeof table & typeof links>;

/** Who it is, in digits: Pathwright's number of a member means something to who reads it. */
export const memberOf = (texts: LinksTexts, user: number | null): string =>
  user === null ? texts.linkNoMember : String(user);

export function faultInWords(texts: LinksTexts, fault: Fault): string {
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

export function remarkInWords({ linkRemarks }: LinksTexts, warning: Warning): string {
  switch (warning.code) {
    case 'has_other_link':
    case 'looks_like_link':
      return linkRemarks[warning.code];
    default:
      return linkRemarks[warning.code](String(warning.line));
  }
}

/** The server names the field that is to blame; it says no more. */
export function refusalInWords({ linkResults }: LinksTexts, field: string | null | undefined): string {
  if (field === 'user_id') return linkResults.refused_user_id;
  return field === 'external_id' ? linkResults.refused_external_id : linkResults.refused;
}
