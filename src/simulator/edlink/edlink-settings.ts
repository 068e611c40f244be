import * as v from 'valibot';
import { uuid } from '../../contract/uuid.js';
import { milliseconds, text, whole } from '../setting-values.js';

const application = v.strictObject({ id: uuid, name: text, secret: text });
const provider = v.strictObject({ id: uuid, application: text, name: text, icon_url: text });

/** The switches of the simulated Edlink. */
export const edlinkSettings = {
  /** The developer's team: `:team_id` in the path. */
  teamId: uuid,
  /** What the onboard page calls the developer's team. */
  teamName: text,
  /** Whether the developer's team is verified: only then may a POST name a district's `team_id`. */
  teamVerified: v.boolean(),
  /** The service account token that may do everything. */
  token: text,
  /** The service account token that may only read. */
  readToken: text,
  /** Tokens that are answered with `EXPIRED_TOKEN`. */
  expiredTokens: v.array(text),
  /** The team's applications; the secret of one reads its integrations. */
  applications: v.array(application),
  /** Whether the team's own tokens read integrations too; documented is the application's secret only. */
  teamTokenReadsIntegrations: v.boolean(),
  /** The systems a district can connect; any other `provider_id` is `UNKNOWN_PROVIDER`. */
  providers: v.array(provider),
  /** The name of the district's team when nobody typed one into the onboard page. */
  districtName: text,

  /** Whether single objects come inside `{ $data }`; lists always do. */
  envelope: v.boolean(),
  /** How an id that does not exist is written: `null`, left out, or the all-zero UUID. */
  noneAs: v.picklist(['null', 'absent', 'zero']),
  /** Whether an error's status follows its code (401, 403, 404) or is 400 for all but `INTERNAL`. */
  errorStatus: v.picklist(['by-code', 'always-400']),
  /** Whether errors about tokens come in `$errors`, or in a singular `$error` that is an object or a text. */
  singularError: v.picklist(['never', 'object', 'text']),
  /** The status of a successful POST; documented is only that there is a body. */
  createStatus: v.picklist([200, 201]),
  /** What a successful DELETE answers. */
  deleteAnswer: v.picklist(['200-body', '200-empty', '204']),
  /** How the DELETE of a completed onboarding is refused. */
  deleteRefusal: v.strictObject({ status: v.pipe(whole, v.minValue(400), v.maxValue(499)), code: text }),
  /** Which form of the list's filters is understood; the other one is ignored. */
  listFilters: v.picklist(['filter', 'plain']),
  /** How many onboardings a page of the list holds when `$first` does not say. */
  pageSize: v.pipe(whole, v.minValue(1), v.maxValue(10_000)),
  /** What is reported instead of `started`, for instance a state nobody knows, such as `verifying`. */
  startedReportedAs: text,
  /** Whether an integration's state is called `status` (v1) or `state` (v2). */
  integrationStateField: v.picklist(['status', 'state']),

  /** Whether a repeated `$idempotency` gives the onboarding of the first POST again. */
  honoursIdempotency: v.boolean(),
  /** How long an onboarding lives when its POST sets no `expiration_date`, in milliseconds. */
  lifetime: milliseconds,
  /** Whether that default date is shown in `expiration_date`, is kept to silently, or does not exist. */
  defaultExpiration: v.picklist(['shown', 'hidden', 'none']),
  /** What GET and DELETE answer for an onboarding that has expired. */
  readAfterExpiry: v.picklist(['object', 'not-found']),
  /** What moves `created` to `started`: opening the page, choosing a data source, or nothing. */
  startedBy: v.picklist(['opening', 'choosing', 'nothing']),
  /** How many answers show `completed` before `integration_id` appears. */
  integrationIdAfterReads: v.union([whole, v.literal('never')]),
  /** The state of a new integration: as `automatic_approval` asked (`active`, else `requested`), or always this. */
  integrationStatus: text,
  /** How many reads of a new onboarding answer 404, as a replica that lags would. */
  lagReads: whole,
  /** For how many milliseconds a new onboarding answers 404 to reads. */
  lagMilliseconds: milliseconds,

  /** Whether the return to `redirect_uri` carries `onboarding_id` and `integration_id`. */
  redirectAddsQuery: v.boolean(),
  /** Whether the query that `redirect_uri` brought survives the return. */
  redirectKeepsQuery: v.boolean(),
  /** The origins a `redirect_uri` may have. */
  redirectOrigins: v.union([v.literal('any'), v.array(v.pipe(v.string(), v.url()))]),
  /** The onboard page's `Cross-Origin-Opener-Policy`; `null` sends none. */
  coop: v.nullable(text),
};
