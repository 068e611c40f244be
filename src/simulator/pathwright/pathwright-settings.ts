import * as v from 'valibot';
import { text, whole } from '../setting-values.js';

const atLeastOne = v.pipe(whole, v.minValue(1));

/** A school's name is the first part of its host name. */
const school = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'a name as in a host name')),
  token: text,
});

/** The switches of the simulated Pathwright. */
export const pathwrightSettings = {
  /** The schools there are, and the token of each; a token is good for one school only. */
  schools: v.array(school),

  /** Which of Django REST Framework's ways the list is paged: `?page=2`, `?limit=100&offset=200`, `?cursor=…`. */
  linkPaging: v.picklist(['page', 'limit-offset', 'cursor']),
  /** How many links a page of the list holds. */
  linkPageSize: atLeastOne,
  /** What is reported instead of `external`, for instance a type nobody knows, such as `oidc`. */
  externalReportedAs: text,
  /** Whether `last_external_update` is shown, `null` until somebody signs in by a new link, or always `null`. */
  linkTimes: v.picklist(['shown', 'null-at-first', 'null']),

  /** The status of a successful POST; documented is only that there is a body. */
  createLinkStatus: v.picklist([200, 201]),
  /** Whether that body lacks `user`, as the sample does. */
  createdLinkOmitsUser: v.boolean(),
  /** How an `external_id` that is linked already is refused, if it is. */
  duplicateExternalId: v.picklist(['field-error', 'non-field-error', 'allowed']),
  /** How a `user_id` is refused that is no member's: 400 with a text for the field, or 404. */
  unknownUser: v.picklist(['field-error', 'not-found']),
  /** Whether a member who has a link is refused another one. */
  oneLinkPerMember: v.boolean(),
  /** How long an `external_id` may be. */
  longestExternalId: atLeastOne,
  /** How the DELETE of a link that is not `external` is refused. */
  samlRefusal: v.picklist([400, 403]),
};
