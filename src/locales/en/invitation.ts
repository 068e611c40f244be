/** What the form for a new onboarding says; it is loaded with it. */
export const invitation = {
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
