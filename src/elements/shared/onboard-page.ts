import { defaultOnboardBase, onboardUrl } from '../../controllers/settings.js';
import type { Names } from '../../locales/texts.js';
import type { CommonTexts } from './proxy-element.js';

/** Where an attribute cannot be meant nothing is opened, and a click says why. */
export function pageOf(element: { readonly onboardBase: string }, id: string): URL {
  try {
    return onboardUrl(element, id);
  } catch {
    return new URL(defaultOnboardBase + id);
  }
}

interface Named {
  readonly vendorName: string;
  readonly onboardBase: string;
  readonly texts: CommonTexts;
}

/** Whoever is sent elsewhere than to Edlink must be able to see it. */
export function namesOf(element: Named, district: string): Names {
  const { organization, edlink } = element.texts;
  const { host } = pageOf(element, '');
  return {
    vendor: element.vendorName || location.hostname,
    district,
    site: host === 'ed.link' ? edlink : host,
    organization,
  };
}

/** A mail that invites a colleague; it names no addressee. */
export function mailTo(
  texts: Pick<CommonTexts, 'mailSubject' | 'mailBody'>,
  names: Names,
  page: string,
  until: string,
): string {
  const subject = encodeURIComponent(texts.mailSubject(names));
  const body = encodeURIComponent(texts.mailBody(names, page, until));
  return `mailto:?subject=${subject}&body=${body}`;
}
