/** How an onboarding ended. `conflict`: its integration is another tenant's. */
export type Outcome = 'connected' | 'conflict' | 'deleted' | 'expired';

/** The right to create upstream on a record's behalf. Times are milliseconds since the epoch. */
export interface Lease {
  holder: string;
  until: number;
}

/** What is known of one onboarding. Plain JSON. */
export interface OnboardingRecord {
  id: string;
  tenant: string;
  /** Who started it. */
  actor: string;
  /** The idempotency key it was first asked for with. */
  key: string;
  application_id: string;
  provider_id: string | null;
  createdAt: number;
  /**
   * Every `expiration_date` that may have been sent for it, newest last (a store may drop the oldest of fifty). No two records of a store share one, so an
   * onboarding in Edlink's list is recognised by it after a lost answer. ISO 8601 with milliseconds.
   */
  instants: string[];
  /** The one that counts: Edlink's once it has answered. */
  expiration_date: string;
  /** Edlink's id; `null` until the creation was seen to succeed. */
  onboarding_id: string | null;
  lease: Lease | null;
  /** `null` while pending. */
  outcome: Outcome | null;
  endedAt: number | null;
  /** Set with the outcome `connected`. */
  integration_id: string | null;
}

export interface Claim {
  tenant: string;
  actor: string;
  key: string;
  /** Of the request's body: the same key with another body is a mistake. */
  fingerprint: string;
  application_id: string;
  provider_id: string | null;
  /** The wish for `expiration_date`; moved on by milliseconds until no record has had it. */
  expiresAt: number;
  /** For a record that has to be made. */
  newId: string;
  lease: Lease;
  now: number;
  /** The id of a live record that is of no use: a new one takes its place. It stays pending. */
  instead?: string;
}

export type ClaimResult =
  /** The lease is yours, nothing was sent yet. */
  | { kind: 'new'; record: OnboardingRecord }
  /** The lease is yours; an earlier holder may have created it upstream without seeing so. */
  | { kind: 'resumed'; record: OnboardingRecord }
  /** This key's own onboarding. */
  | { kind: 'same'; record: OnboardingRecord }
  /** Another key's pending onboarding of the same tenant, application and provider. */
  | { kind: 'live'; record: OnboardingRecord }
  /** Somebody else is creating it. */
  | { kind: 'busy' }
  | { kind: 'ended' }
  | { kind: 'other_body' };

/** An onboarding that was made elsewhere. Times are milliseconds since the epoch. */
export interface Adoption {
  tenant: string;
  actor: string;
  /** For the record. */
  newId: string;
  /** For the record: nobody has asked with it. */
  key: string;
  onboarding_id: string;
  application_id: string;
  provider_id: string | null;
  /** ISO 8601 with milliseconds; Edlink's, so it need not be unlike another's. */
  expiration_date: string;
  now: number;
}

export type BindResult =
  | { kind: 'bound'; record: OnboardingRecord }
  /** The record had an id before. */
  | { kind: 'already'; record: OnboardingRecord }
  /** The id is another record's, or this record has ended. */
  | { kind: 'refused' };

/** What a tenant is connected with. `connected_at` is ISO 8601. */
export interface Connection {
  integration_id: string;
  /** `null` for an integration that was adopted without its onboarding. */
  onboarding_id: string | null;
  connected_at: string;
}

/**
 * What the processes that share a store tell each other, for as long as it is true: Edlink's latest list, and who asks
 * for the next one. Texts under names; `lifetime` is in milliseconds of the store's own clock. Nothing in it has to
 * survive a crash.
 */
export interface SharedMemory {
  /** With the lifetime that is left. */
  get(name: string): Promise<{ text: string; lifetime: number } | null>;
  put(name: string, text: string, lifetime: number): Promise<void>;
  /** Puts a text where there is none, and says whether it did. */
  take(name: string, text: string, lifetime: number): Promise<boolean>;
  /** Removes exactly this text: another one stands. */
  drop(name: string, text: string): Promise<void>;
}

export interface RecordPage {
  records: OnboardingRecord[];
  /** Give it back as `after`; absent on the last page. */
  next?: string;
}

/**
 * The proxy's memory. Every operation is atomic and durable: when its promise resolves, it has happened as a whole and
 * survives a crash. Operations that change something read and write in one step, so that several processes may share
 * a store (in Redis: one script each).
 */
export interface ProxyStore {
  /**
   * In this order: the key is known → `other_body`, `ended`, `same`, or its record is unbound → `busy` while leased,
   * else `resumed`. A record is live for tenant, application and provider → `live`, or unbound → `busy`/`resumed`.
   * Else a `new` record under this key, live from now on.
   */
  claim(claim: Claim): Promise<ClaimResult>;
  /** Prolongs a lease; with `expiresAt`, also gives the record a new unique instant. `null`: no longer the holder. */
  renew(renewal: { id: string; lease: Lease; expiresAt?: number }): Promise<OnboardingRecord | null>;
  /** Gives the lease back, keeping the claim. */
  yieldLease(lease: { id: string; holder: string }): Promise<void>;
  /** Forgets an unbound claim whose creation was certainly refused; only its holder may. */
  release(lease: { id: string; holder: string }): Promise<void>;
  /** Writes Edlink's id down, once per record and once per id. Needs no lease: the first to see it created wins. */
  bind(binding: { id: string; onboarding_id: string; expiration_date: string | null }): Promise<BindResult>;
  /** Makes an unused key of the tenant stand for an existing record. */
  join(entry: { tenant: string; key: string; fingerprint: string; id: string }): Promise<void>;
  /** The first tenant to claim an integration keeps it. Returns whose it is. */
  claimIntegration(claim: { integration_id: string; tenant: string }): Promise<string>;
  /**
   * Ends a record. `connected` and `conflict` are final and replace any other outcome (a late `completed` still wins);
   * the others only end what has not ended. With `connected`, the tenant's connection becomes this one. What was
   * `deleted` stays pending until it is finished with another outcome, because Edlink may not have done it.
   */
  finish(end: { id: string; outcome: Outcome; integration_id?: string; now: number }): Promise<void>;
  recordOf(onboarding_id: string): Promise<OnboardingRecord | null>;
  /** The tenant's bound records, newest first. */
  list(page: { tenant: string; after?: string; limit: number }): Promise<RecordPage>;
  /** Records of all tenants, bound or not, that may still be completed: those without an outcome, and deleted ones. */
  pending(page: { after?: string; limit: number }): Promise<RecordPage>;
  connectionOf(tenant: string): Promise<Connection | null>;
  /**
   * Writes a record of an onboarding that was made elsewhere: bound and pending, and the live one of its tenant,
   * application and provider if there is none. `already`: the tenant has had it. `refused`: it is another tenant's.
   */
  adopt(found: Adoption): Promise<BindResult>;
  /** Makes an integration the tenant's connection, without an onboarding. For who has claimed it. */
  connect(connection: { tenant: string; integration_id: string; now: number }): Promise<void>;
  /**
   * Forgets records that have ended before a time (milliseconds since the epoch) and are not pending: the record itself,
   * every key that stands for it, its instants, its id. A tenant's connection and the owner of an integration stay.
   * Oldest first; returns how many went.
   */
  forget(old: { endedBefore: number; limit: number }): Promise<number>;
  /** Only of a store that several processes use at a time. */
  readonly shared?: SharedMemory;
  /** The store's own secret: the first candidate ever given, for good. */
  secret(candidate: string): Promise<string>;
  close(): Promise<void>;
}
