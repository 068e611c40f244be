/** What `<external-links>` says. */
export const links = {
  linksLabel: 'External links',
  linksNone: 'Nobody is linked to an outside identity yet.',
  linksReadOnly: 'Your account may look at these links, but not change them.',
  linkMember: 'Member',
  linkType: 'Type',
  linkIdentity: 'Outside identity',
  linkUpdated: 'Last update',
  linkTypes: { external: 'External', saml2: 'SAML2 (single sign-on)' },
  linkNoMember: 'not known',
  linkNever: 'Never updated',
  linkTwice: (members: string) => `Linked more than once: ${members}`,
  /** A row, for who does not see where its buttons stand. */
  linkRow: (member: string, link: string) => `member ${member}, link ${link}`,
  linkCovered: 'Covered',
  linkShow: 'Show',
  linkCover: 'Cover',
  linksShow: 'Show all identities',
  linksCover: 'Cover all identities',
  linksSearchHint: 'Covered identities are found only by their whole text.',
  linksUncovered: 'The identities are shown. They are covered again when you leave this page.',

  linkRemove: 'Remove',
  linkRemoveTitle: 'Remove this link?',
  linkRemoveText: (member: string, identity: string) =>
    `Member ${member} will no longer be able to sign in as ${identity}.`,
  linkRemoveYes: 'Yes, remove it',
  linkRemoving: 'Removing…',
  linkRemoved: (member: string) => `The link of member ${member} is removed.`,
  linkElsewhere: 'Removed at the identity provider, not here',
  linkRefused: 'This link cannot be removed here. That is done at the identity provider.',

  linkAdd: 'Add a link',
  importOpen: 'Import CSV',
  importOffer: (count: string) => `This page has prepared links for an import: ${count}.`,
  importOfferYes: 'Look at them',

  exportCsv: 'Export CSV',
  exporting: 'Reading all links…',
  exported: (count: string) => `Links in the file: ${count}`,

  linkProblems: {
    unauthorized: 'You are signed out. Sign in again in another tab, and come back.',
    not_found: 'There is no school for your account here.',
    rate_limited: 'Too many requests at the moment. Try again in a minute.',
    upstream_unavailable: 'Pathwright, or this site, has a problem at the moment. Try again in a while.',
    host_not_ready: 'This site is not ready for that at the moment. Try again in a while.',
    network: 'The server does not answer. Try again in a while.',
  },
};
