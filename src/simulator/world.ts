/** What a person has entered on the onboard page so far; secrets are never kept. */
export interface OnboardingDraft {
  providerId: string | null;
  districtName: string | null;
  baseUrl: string | null;
}

/** An onboarding as the simulator knows it: the truth, whatever the settings make the API say. */
export interface OnboardingRecord {
  readonly id: string;
  /** Counts up with each onboarding; the list's order. */
  readonly sequence: number;
  state: 'created' | 'started' | 'completed';
  readonly redirect_uri: string | null;
  readonly expiration_date: string | null;
  readonly automatic_approval: boolean;
  readonly application_id: string;
  readonly provider_id: string | null;
  readonly user_id: null;
  team_id: string | null;
  integration_id: string | null;
  readonly createdAt: number;
  /** Milliseconds since 1970, or `null` for never. */
  readonly expiresAt: number | null;
  completedAt: number | null;
  deletedAt: number | null;
  /** How many reads have asked for it, hidden by a lagging replica or not. */
  reads: number;
  /** How many answers have shown it as completed. */
  completedReads: number;
  draft: OnboardingDraft;
}

/** What a completed onboarding leaves behind. */
export interface IntegrationRecord {
  readonly id: string;
  readonly access_token: string;
  readonly status: string;
  readonly application_id: string;
  readonly provider_id: string;
  readonly team: { readonly id: string; readonly name: string };
  /** What the person agreed to share. */
  readonly permissions: readonly string[];
  readonly createdAt: number;
}

/** Somebody at a school; the name is for people, Pathwright's links do not have it. */
export interface MemberRecord {
  readonly id: number;
  readonly name: string;
}

/** A link of Pathwright's, field for field. */
export interface LinkRecord {
  readonly id: number;
  readonly user: number;
  readonly link_type: string;
  readonly external_id: string;
  readonly last_external_update: string | null;
}

export interface SchoolRecord {
  readonly members: Map<number, MemberRecord>;
  readonly links: Map<number, LinkRecord>;
}

/** Everything the simulated upstreams remember. */
export interface World {
  readonly onboardings: Map<string, OnboardingRecord>;
  readonly integrations: Map<string, IntegrationRecord>;
  /** `$idempotency` of a POST → the onboarding it made. */
  readonly creations: Map<string, OnboardingRecord>;
  readonly schools: Map<string, SchoolRecord>;
  lastLinkId: number;
}

export const createWorld = (): World => ({
  onboardings: new Map(),
  integrations: new Map(),
  creations: new Map(),
  schools: new Map(),
  lastLinkId: 0,
});
