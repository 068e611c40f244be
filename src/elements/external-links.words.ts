import type { common } from '../locales/en/common.js';
import type { links } from '../locales/en/links.js';
import type { table } from '../locales/en/table.js';
import type { Texts } from '../locales/texts.js';

export type LinksTexts = Texts<typeof common & typeof table & typeof links>;

/** Who it is, in digits: Pathwright's number of a member means something to who reads it. */
export const memberOf = (texts: LinksTexts, user: number | null): string =>
  user === null ? texts.linkNoMember : String(user);
