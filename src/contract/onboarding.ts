import * as v from 'valibot';
import { listNotesSchema } from './list-notes.js';
import { uuid, uuidOrNone } from './uuid.js';

/** ISO 8601, as `Date` reads it. */
export const timestamp = v.pipe(
  v.string(),
  v.check((text) => /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)), 'an ISO 8601 date and time'),
);

/** What only our proxy adds: display texts from the host's own records. */
export const hostNotesSchema = v.object({
  district: v.nullish(v.string()),
  created_by: v.nullish(v.string()),
  created_at: v.nullish(timestamp),
  /** The server asks by itself, so that the person may close the page. */
  watched: v.nullish(v.boolean()),
  /** Whose system was connected, in Edlink's words, so that the person can tell that it is not theirs. */
  integration: v.nullish(v.object({ provider: v.nullish(v.string()), team: v.nullish(v.string()) })),
});

/**
 * Edlink's onboarding, field for field. Unknown fields are dropped, unknown states are kept:
 * `state` is `created`, `started` or `completed` today (seed: "Custom Onboarding Flows").
 */
export const onboardingSchema = v.object({
  id: uuid,
  state: v.string(),
  redirect_uri: v.nullish(v.string(), null),
  expiration_date: v.nullish(timestamp, null),
  automatic_approval: v.nullish(v.boolean(), null),
  application_id: uuidOrNone,
  provider_id: uuidOrNone,
  user_id: uuidOrNone,
  team_id: uuidOrNone,
  integration_id: uuidOrNone,
  $host: v.nullish(hostNotesSchema),
});

/** An onboarding as everybody in this package sees it; "none" is always `null`. */
export type Onboarding = v.InferOutput<typeof onboardingSchema>;

/** `URL.canParse`, which valibot asks, takes a URL with `ü` for none once it is hot (Node 20 and 22). */
function isUrl(text: string): boolean {
  try {
    return !!new URL(text);
  } catch {
    return false;
  }
}

export const absoluteUrl = v.pipe(v.string(), v.check(isUrl, 'an absolute URL'));

/** The body of `POST onboardings`. Which of these a host really passes on is its proxy's `allow` option. */
export const onboardingRequestSchema = v.strictObject({
  provider_id: v.optional(uuid),
  redirect_uri: v.optional(absoluteUrl),
  expiration_date: v.optional(timestamp),
  team_id: v.optional(uuid),
  application_id: v.optional(uuid),
  automatic_approval: v.optional(v.boolean()),
});

export type OnboardingRequest = v.InferOutput<typeof onboardingRequestSchema>;
export type OnboardingRequestField = keyof OnboardingRequest;

/** A page of onboardings; it may be short or empty while `$next`, an opaque cursor, is there. */
export const onboardingListSchema = v.object({
  $data: v.array(onboardingSchema),
  $next: v.optional(v.string()),
  $host: v.nullish(listNotesSchema),
});

export type OnboardingList = v.InferOutput<typeof onboardingListSchema>;
