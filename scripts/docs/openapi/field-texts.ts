import type * as v from 'valibot';
import type { Link, LinkList, LinkRequest } from '../../../src/contract/link.js';
import type { listNotesSchema } from '../../../src/contract/list-notes.js';
import type {
  hostNotesSchema,
  Onboarding,
  OnboardingList,
  OnboardingRequest,
} from '../../../src/contract/onboarding.js';
import type { Problem } from '../../../src/contract/problem.js';

/** A sentence for every field; one that is new does not compile without. */
type Texts<T> = Readonly<Record<keyof T, string>>;

export const onboardingFields: Texts<Onboarding> = {
  id: "The onboarding's id. Its page is `https://ed.link/onboard/{id}`; there is no field with that URL.",
  state: '`created`, `started` or `completed`. Others may come, and are passed on as they are.',
  redirect_uri: "Where Edlink's page leads at the end.",
  expiration_date:
    'When the link stops working. There is no state `expired`: compare with the `Date` header.',
  automatic_approval: 'Whether Edlink activates the integration at once. Affects the bill.',
  application_id: 'The application that the district connects to.',
  provider_id: 'The system that the district must connect; none if it may choose.',
  user_id: "Edlink's id of the person who does it.",
  team_id:
    "The *district's* team at Edlink. The developer's team, which owns the token, is never in an answer.",
  integration_id: 'What comes of it. An onboarding can be `completed` without one, for a moment or for good.',
  $host: 'What only the proxy adds. It is never taken from Edlink.',
};

export const hostNotesFields: Texts<v.InferOutput<typeof hostNotesSchema>> = {
  district: 'Whose onboarding it is, as the page should call them.',
  created_by: 'Who started it.',
  created_at: 'When.',
  watched: 'The server asks Edlink by itself. Only then are people told that they may close the page.',
  integration: "Whose system was connected, in Edlink's words, so that a mistake is noticed.",
};

export const listFields: Texts<OnboardingList> = {
  $data: 'In no particular order.',
  $next: 'An opaque cursor for the parameter `cursor`; absent on the last page. Never a URL.',
  $host: 'What only the proxy adds.',
};

export const requestFields: Texts<OnboardingRequest> = {
  provider_id: 'Only this system may be connected.',
  redirect_uri: "Where Edlink's page leads at the end. Its origin must be one of the host's own pages.",
  expiration_date: 'When the link stops working: in the future, and before the year 9999.',
  team_id: "The district's team at Edlink. Only teams that Edlink has verified may name one.",
  application_id: "The application. The proxy's own is always allowed, and is what the proxy fills in.",
  automatic_approval: 'Whether Edlink activates the integration at once. Affects the bill.',
};

export const linkFields: Texts<Link> = {
  id: "The link's id.",
  user: "The member's id; `null` where Pathwright does not say.",
  link_type:
    '`external` or `saml2`. Others may come, and are passed on as they are. Only `external` can be removed.',
  external_id: 'The outside identity: any text. Of SAML2 the NameID, often an e-mail address.',
  last_external_update: 'When the member last came in by this link; `null` if never.',
};

export const linkListFields: Texts<LinkList> = {
  count: "Pathwright's number of all links.",
  next: 'An opaque cursor for the parameter `cursor`; `null` on the last page. Never a URL.',
  previous: 'The same for the page before; `null` on the first page.',
  results: "In Pathwright's order.",
  $host: 'What only the proxy adds.',
};

export const linkRequestFields: Texts<LinkRequest> = {
  user_id: "The member's id. There is no list of members.",
  external_id: 'The outside identity, at least one character that is no white space.',
};

export const listNotesFields: Texts<v.InferOutput<typeof listNotesSchema>> = {
  can: 'What the caller may do here: `read`, `create`, `delete`, `links:read`, `links:write`. A page offers nothing else; the proxy refuses it all the same.',
};

export const problemFields: Texts<Problem> = {
  code: 'What has happened, for programs.',
  title: 'The same for people; always the same text for a code.',
  detail: "One sentence for the host's developer. Never a text of Edlink's.",
  field: 'The member, parameter or header of the request that is to blame; required where there is one.',
  type: '`about:blank`',
  status: "The answer's status, the same number.",
};
