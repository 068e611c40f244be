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
  linkAddYes: 'Add',
  linkAdding: 'Adding…',
  linkMemberHint: 'The number that Pathwright has for the member',
  linkIdentityHint: 'Exactly as the other system has it',
  linkWill: (member: string, identity: string) => `Member ${member} will sign in as ${identity}.`,
  linkAdded: (member: string) => `Member ${member} is linked.`,
  linkThere: 'This very link is there already.',

  importOpen: 'Import CSV',
  importNoParser: 'A part of this page could not be loaded. Load the page again.',
  importOffer: (count: string) => `This page has prepared links for an import: ${count}.`,
  importOfferYes: 'Look at them',

  exportCsv: 'Export CSV',
  exporting: 'Reading all links…',
  exported: (count: string) => `Links in the file: ${count}`,

  /** Why a line, or what was typed, cannot be written. */
  linkFaults: {
    broken_quotes: 'A quotation mark is missing or out of place. This line may have swallowed others.',
    extra_cells: 'It has more cells than the first line: perhaps a separator stands inside of a value.',
    empty_user: 'The member is missing.',
    not_a_number: 'The member must be a whole number, in digits only, such as 456.',
    empty_external_id: 'The outside identity is missing.',
    too_long: 'The outside identity is too long.',
    saml2: 'SAML2 links are made at the first sign-in and cannot be imported.',
    duplicate_in_file: (line: string) => `Line ${line} has the same outside identity.`,
    linked_already: (member: string) => `This outside identity is linked already, to member ${member}.`,
  },
  linkRemarks: {
    has_other_link: 'The member has another link, and keeps it.',
    has_other_line: (line: string) =>
      `Line ${line} gives the same member another identity. The member gets both.`,
    looks_like_link: 'It looks like an identity that is linked already, but is not quite the same.',
    looks_like_line: (line: string) =>
      `It looks like the identity in line ${line}, but is not quite the same.`,
    claimed_again: (line: string) => `Line ${line} wants the same identity for another member.`,
  },
  linkResults: {
    waiting: 'Not written yet.',
    unknown: 'Perhaps written: the answer did not arrive. Go on, and we look.',
    refused: 'Pathwright refused this link.',
    refused_user_id: 'Pathwright refused this member.',
    refused_external_id: 'Pathwright refused this outside identity. Perhaps it is linked already.',
  },
  linkProblems: {
    unauthorized: 'You are signed out. Sign in again in another tab, and come back.',
    not_found: 'There is no school for your account here.',
    rate_limited: 'Too many requests at the moment. Try again in a minute.',
    upstream_unavailable: 'Pathwright, or this site, has a problem at the moment. Try again in a while.',
    host_not_ready: 'This site is not ready for that at the moment. Try again in a while.',
    network: 'The server does not answer. Try again in a while.',
  },
};
