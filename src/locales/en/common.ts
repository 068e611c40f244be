import type { Names } from '../texts.js';

/** What several elements say. */
export const common = {
  /** The word for who connects. Universities: `registerLocale('en', { organization: 'university' })`. */
  organization: 'district',
  edlink: 'Edlink',

  until: (date: string) => `The link works until ${date}.`,

  open: ({ site }: Names) => `Open ${site}`,
  openAgain: ({ site }: Names) => `Open ${site} again`,
  newTab: 'opens in a new tab',
  handOffWarning: ({ organization }: Names) =>
    `Anyone with this link can connect their system to this account. Send it only inside your ${organization}.`,
  copy: 'Copy link',
  copied: 'Link copied',
  notCopied: (link: string) => `The browser does not allow copying: ${link}`,
  mail: 'Send to a colleague',
  mailSubject: ({ vendor, district }: Names) => `Please connect ${district || 'our SIS'} to ${vendor}`,
  mailBody: ({ vendor, district, site }: Names, link: string, until: string) =>
    `Hello,

could you please connect ${district || 'our SIS'} to ${vendor}? You need an administrator sign-in for our SIS or LMS, and 5 to 15 minutes.

${link}

The link opens ${site}. ${until} Please do not pass it on to anyone outside.

If in doubt, sign in to ${vendor} and start there.`,

  failed: 'That did not work',
  tryAgain: 'Try again',
  code: (code: string) => `Code for support: ${code}`,

  /** By the contract's problem codes; those that only support can help with share a text. */
  problems: {
    unauthorized:
      'You are signed out. Sign in again in another tab, and come back. A link you have still works.',
    forbidden: 'Your account may not do this. Ask an administrator of this site.',
    rate_limited: 'Too many requests at the moment. We go on by ourselves.',
    upstream_unavailable:
      'Edlink, or this site, has a problem at the moment. We keep trying; nothing is lost.',
    host_not_ready: 'It is connected at Edlink, and is being saved here. This takes a moment.',
    integration_conflict:
      'This system belongs to another account already. Contact support and name the code.',
    network: 'The server does not answer. We keep trying; nothing is lost.',
    other: 'Something is wrong on our side. Contact support and name the code.',
  },
};
