/** What a text may speak of. */
export interface Names {
  /** Who asks: the host's `vendor-name`. */
  vendor: string;
  /** Whose system it is: the host's `district-name`; may be empty. */
  district: string;
  /** Where the new tab leads: Edlink, or another host by its name. */
  site: string;
  /** A text of its own, `organization`: "district", or what a host puts in its place. */
  organization: string;
}

const english = {
  /** The word for who connects. Universities: `registerLocale('en', { organization: 'university' })`. */
  organization: 'district',
  edlink: 'Edlink',

  connect: 'Connect your SIS',
  intro: ({ site }: Names) => `Opens ${site} in a new tab. It takes 5 to 15 minutes.`,
  needsTitle: 'What you need at hand',
  needs: [
    'An administrator sign-in for your SIS or LMS, and its web address',
    'The right to create an API key or to approve an app there',
    'Not you? Start anyway, and send the link to a colleague.',
  ],

  creating: 'Preparing your link…',
  opening: ({ site }: Names) => `Opening ${site}…`,
  blocked: 'Your browser stopped the new tab',
  blockedHint: 'Open the page with this button instead.',
  ready: 'Your link is ready',
  waiting: ({ site }: Names) => `Waiting for ${site}`,
  started: 'Setup is under way',
  noticed: 'This page notices when it is done.',
  mayClose: 'You may close this page; we will know.',
  until: (date: string) => `The link works until ${date}.`,

  steps: 'Steps',
  stepMade: 'Make the link',
  stepOpened: 'Open the page',
  stepSetUp: 'Sign in and set up',
  stepConnected: 'Connect',
  stepDone: 'done',

  open: ({ site }: Names) => `Open ${site}`,
  openAgain: ({ site }: Names) => `Open ${site} again`,
  newTab: 'opens in a new tab',
  check: 'Check now',
  handOff: 'Does somebody else have the password?',
  handOffWarning: ({ organization }: Names) =>
    `Anyone with this link can connect their system to this account. Send it only inside your ${organization}.`,
  copy: 'Copy link',
  copied: 'Link copied',
  notCopied: (link: string) => `The browser does not allow copying: ${link}`,
  mail: 'Send to a colleague',
  share: 'Share…',
  mailSubject: ({ vendor, district }: Names) => `Please connect ${district || 'our SIS'} to ${vendor}`,
  mailBody: ({ vendor, district, site }: Names, link: string, until: string) =>
    `Hello,

could you please connect ${district || 'our SIS'} to ${vendor}? You need an administrator sign-in for our SIS or LMS, and 5 to 15 minutes.

${link}

The link opens ${site}. ${until} Please do not pass it on to anyone outside.

If in doubt, sign in to ${vendor} and start there.`,

  cancel: 'Cancel',
  cancelTitle: 'Cancel connecting?',
  cancelText: 'A colleague may be in the middle of this. The link stops working for everyone.',
  cancelYes: 'Yes, cancel',
  cancelNo: 'Keep waiting',
  cancelling: 'Cancelling…',
  notCancelled: 'It could not be cancelled. It may be finished already.',

  connected: 'Connected',
  connectedReview: ({ vendor }: Names) =>
    `Your part is done. ${vendor} now reviews the connection; no data is shared until they approve it.`,
  connectedActive: ({ vendor }: Names) =>
    `Your part is done. ${vendor} can now read the data you agreed to share.`,
  notYours: ({ organization }: Names) => `Not your ${organization}?`,
  notYoursHint:
    'Then a colleague, or somebody else who has the link, has connected another system. It cannot be undone here.',
  notYoursReview: ({ vendor }: Names) =>
    `Tell ${vendor} and give them this code. No data is shared until they approve the connection.`,
  notYoursActive: ({ vendor }: Names) =>
    `Tell ${vendor} now and give them this code: data may be shared already.`,
  connectAnother: 'Connect another system',
  incomplete: 'Edlink finished without a connection',
  incompleteHint: ({ vendor }: Names) =>
    `Check again in a moment, or start again. If it stays like this, contact ${vendor} and name the code.`,
  expired: 'The link has expired',
  expiredHint: 'Nothing was connected. Start again for a new link.',
  cancelled: 'Connecting was cancelled',
  cancelledHint: 'Its link stopped working. You can start again at any time.',
  deleted: 'Somebody else cancelled this link',
  failed: 'That did not work',
  checkAgain: 'Check again',
  startAgain: 'Start again',
  tryAgain: 'Try again',
  required: 'Please connect your SIS first.',
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

type Wide<Text> = Text extends string
  ? string
  : Text extends string[]
    ? readonly string[]
    : Text extends (...values: infer Values) => string
      ? (...values: Values) => string
      : { readonly [Key in keyof Text]: Wide<Text[Key]> };

/** Every text of the elements. English defines the keys; each other language must have them all. */
export type Texts = { readonly [Key in keyof typeof english]: Wide<(typeof english)[Key]> };

export const en: Texts = english;
