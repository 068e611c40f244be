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
  /** The word for who connects. Universities: `registerLocale('en', { ...en, organization: 'university' })`. */
  organization: 'district',
  edlink: 'Edlink',

  connect: 'Connect your SIS',
  intro: ({ site }: Names) => `Opens ${site} in a new tab. Connecting takes 5 to 15 minutes.`,
  needsTitle: 'What you need at hand',
  needs: [
    'An administrator sign-in for your SIS or LMS',
    'Its web address, and permission to create an API key or to approve an app there',
    'Not you? Start anyway: you can send the link to the colleague who has them.',
  ],

  creating: 'Preparing your link…',
  opening: ({ site }: Names) => `Opening ${site}…`,
  blocked: 'Your browser stopped the new tab',
  blockedHint: 'Open the page with this button instead.',
  ready: 'Your link is ready',
  readyHint: 'Open the page, or send the link to a colleague.',
  waiting: ({ site }: Names) => `Waiting for ${site}`,
  waitingHint: 'Finish in the other tab. This page notices by itself when you are done.',
  started: 'Setup is under way',
  startedHint: ({ organization }: Names) =>
    `Somebody in your ${organization} has opened the page. This page notices by itself when it is done.`,
  mayClose: 'You may close this page; we will know.',
  until: (date: string) => `The link works until ${date}.`,

  steps: 'Steps',
  stepMade: 'Link made',
  stepOpened: 'Page opened',
  stepSignedIn: ({ organization }: Names) => `Your ${organization} has signed in`,
  stepConnected: 'Connected',
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
  notCopied: 'The browser does not allow copying. Copy the address of the opened page instead.',
  mail: 'Send to a colleague',
  share: 'Share…',
  mailSubject: ({ vendor, district }: Names) =>
    district ? `Please connect ${district} to ${vendor}` : `Please connect our SIS to ${vendor}`,
  mailBody: ({ vendor, district, site }: Names, link: string, until: string) =>
    [
      `Hello,`,
      `${district ? `${district} is` : 'We are'} being connected to ${vendor}. Could you finish it, please? You need an administrator sign-in for our SIS or LMS, and 5 to 15 minutes.`,
      link,
      `The link opens ${site}.${until ? ` ${until}` : ''} Please do not pass it on outside of our organization.`,
      `If in doubt, sign in to ${vendor} and start there.`,
    ].join('\n\n'),

  cancel: 'Cancel',
  cancelTitle: 'Cancel connecting?',
  cancelText: 'A colleague may be in the middle of this. The link stops working for everyone.',
  cancelYes: 'Yes, cancel',
  cancelNo: 'Keep waiting',
  cancelling: 'Cancelling…',

  connected: 'Connected',
  connectedReview: ({ vendor }: Names) =>
    `Your part is done. ${vendor} now reviews the connection; no data is shared until they approve it.`,
  connectedActive: ({ vendor }: Names) =>
    `Your part is done. ${vendor} can now read the data you agreed to share.`,
  connectAnother: 'Connect another system',
  incomplete: 'Edlink finished without a connection',
  incompleteHint: ({ vendor }: Names) =>
    `Check again in a moment, or start again. If it stays like this, contact ${vendor} and name the code.`,
  expired: 'The link has expired',
  expiredHint: 'Nothing was connected. Start again for a new link.',
  cancelled: 'Connecting was cancelled',
  cancelledHint: 'The link does not work any more. You can start again at any time.',
  deleted: 'This link was cancelled by somebody else',
  deletedHint: 'Ask your colleagues, or start again for a new link.',
  failed: 'That did not work',
  checkAgain: 'Check again',
  startAgain: 'Start again',
  tryAgain: 'Try again',
  required: 'Please connect your SIS first.',
  code: (code: string) => `Code for support: ${code}`,

  problems: {
    unauthorized: 'You are signed out. Your link still works. Sign in again in another tab and come back.',
    forbidden: 'Your account may not do this. Ask an administrator of your organization.',
    not_found: 'This page cannot find your account. Reload it, or contact support.',
    conflict: 'This was already finished or cancelled. Start again.',
    not_allowed: 'This page asked for something that is not allowed here. Contact support and name the code.',
    invalid_request:
      'This page asked for something that Edlink does not accept. Contact support and name the code.',
    invalid_response: 'The server gave an answer that makes no sense. Contact support if it stays like this.',
    rate_limited: 'Too many people are connecting right now. We go on in a few minutes by ourselves.',
    upstream_unavailable: 'Edlink does not answer at the moment. We keep trying; nothing is lost.',
    upstream_credentials:
      'Edlink does not accept this site’s own sign-in. Contact support and name the code.',
    host_not_ready: 'It is connected at Edlink, and is being saved here. This takes a moment.',
    integration_conflict:
      'This system is connected to another account already. Contact support and name the code.',
    network: 'No connection to the server. We keep trying; nothing is lost.',
    misconfigured: 'This page is not set up correctly. Contact support and name the code.',
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
