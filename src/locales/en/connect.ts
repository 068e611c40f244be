import type { Names } from '../texts.js';

/** What `<connect-district>` says. */
export const connect = {
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
  steps: 'Steps',
  stepMade: 'Make the link',
  stepOpened: 'Open the page',
  stepSetUp: 'Sign in and set up',
  stepConnected: 'Connect',
  stepDone: 'done',

  check: 'Check now',
  handOff: 'Does somebody else have the password?',
  share: 'Share…',
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
  checkAgain: 'Check again',
  startAgain: 'Start again',
  required: 'Please connect your SIS first.',
};
