import type { Names } from '../texts.js';

/** What `<district-onboardings>` says. */
export const onboardings = {
  onboardings: 'Onboardings',
  columnDistrict: 'District',
  columnState: 'State',
  columnProvider: 'System',
  columnCreatedBy: 'Created by',
  columnExpiry: 'Link expires',
  columnIntegration: 'Integration',
  columnInvitation: 'Invitation',

  /** By what an onboarding is to whoever reads the list; a state that Edlink adds is shown as it is. */
  conditions: {
    created: 'Not opened yet',
    started: 'Setup is under way',
    connected: 'Connected',
    unapproved: 'Needs your approval in Edlink',
    incomplete: 'Finished without a connection',
    expired: 'Expired',
  },
  /** By Edlink's own states, for the filter. */
  states: { created: 'Not opened yet', started: 'Setup is under way', completed: 'Finished' },
  districtUnknown: 'Made in Edlink, district unknown',
  districtUnnamed: 'District without a name',
  providerOpen: 'The district chooses',
  createdUnknown: 'Unknown',
  noExpiry: 'No date',
  noIntegration: 'None yet',
  openPage: 'Open',
  rowCopy: 'Copy',
  rowMail: 'Mail',
  sendMail: 'Send by mail',
  inviteSubject: ({ vendor, district }: Names) =>
    `Please connect ${district || 'your district'} to ${vendor}`,
  inviteBody: ({ vendor, district, site }: Names, link: string, until: string) =>
    `Hello,

please connect ${district || 'your district'} to ${vendor}. You need an administrator sign-in for your SIS or LMS, and 5 to 15 minutes.

${link}

The link opens ${site}. ${until} Anyone who has it can connect their system, so please do not pass it on to anyone outside.

If in doubt, sign in to ${vendor} and start there.`,

  noOnboardings: 'There are no onboardings yet.',
  noneFiltered: 'There are no onboardings with these filters.',
  clearFilters: 'Clear the filters',

  delete: 'Delete',
  deleteTitle: (name: string) => `Delete the invitation of ${name}?`,
  deleteText: 'Its link stops working for everyone, also for somebody who is in the middle of it.',
  deleteYes: 'Yes, delete it',
  deleting: 'Deleting…',
  deletedOne: (name: string) => `Deleted: ${name}`,
  goneAlready: (name: string) => `Somebody else has deleted it already: ${name}`,
  finishedStays: 'Finished: cannot be deleted',
  finishedMeanwhile: 'It was finished in the meantime, and cannot be deleted any more.',

  newOnboarding: 'New onboarding',
  newFor: 'District',
  newChoose: 'Choose…',
  create: 'Create the invitation',
  creatingOne: 'Creating…',
  made: (name: string) => `The invitation for ${name} is ready`,
  done: 'Done',
  fields: {
    provider_id: 'System',
    expiration_date: 'The link works until',
    redirect_uri: 'Page to come back to',
    team_id: 'The district’s team at Edlink',
    automatic_approval: 'Approve the connection automatically',
    application_id: 'Application',
  },
  approvalHint: 'Data is shared as soon as the district is connected, and Edlink bills you from then on.',
  fieldProblems: {
    provider_id: 'Edlink does not know this system.',
    team_id: 'Edlink does not accept this team. Only verified developers may name one.',
    expiration_date: 'This date is not accepted. It must lie ahead.',
    other: 'This is not accepted.',
    notAllowed: 'This site does not allow this to be set.',
  },
};
