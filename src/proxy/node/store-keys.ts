/** Where things are in the embedded store. `/` separates, because `encodeURIComponent` leaves none in a name. */
export const at = {
  secret: 'secret',
  record: (id: string) => `record/${id}`,
  /** An idempotency key is its tenant's own. */
  key: (tenant: string, key: string) => `key/${encodeURIComponent(tenant)}/${encodeURIComponent(key)}`,
  /** Every key that stands for a record, so that all can be forgotten with it. */
  standsFor: (id: string, key: string) => `stands/${id}/${encodeURIComponent(key)}`,
  /** The live record of a tenant, application and provider. */
  live: (tenant: string, application_id: string, provider_id: string | null) =>
    `live/${encodeURIComponent(tenant)}/${application_id}/${provider_id ?? 'any'}`,
  bound: (onboarding_id: string) => `bound/${onboarding_id}`,
  instant: (date: string) => `instant/${date}`,
  integration: (integration_id: string) => `integration/${integration_id}`,
  connection: (tenant: string) => `connection/${encodeURIComponent(tenant)}`,
  pending: (id: string) => `pending/${id}`,
  /** Of records that are not pending any more, oldest end first. */
  ended: (endedAt: number, id: string) => `ended/${sortable(endedAt)}/${id}`,
  /** Sorted by age, so that a tenant's list needs no sorting. */
  listed: (tenant: string, createdAt: number, id: string) =>
    `listed/${encodeURIComponent(tenant)}/${sortable(createdAt)}/${id}`,
} as const;

const sortable = (time: number): string => String(time).padStart(15, '0');

/** All keys that begin like this. `~` sorts behind everything that a key can contain. */
export const under = (prefix: string): { gt: string; lt: string } => ({
  gt: `${prefix}/`,
  lt: `${prefix}/~`,
});

export const endedBefore = (time: number): { gt: string; lt: string } => ({
  ...under('ended'),
  lt: `ended/${sortable(time)}/`,
});

export const standingFor = (id: string): { gt: string; lt: string } => under(`stands/${id}`);

export const listedUnder = (tenant: string): { gt: string; lt: string } =>
  under(`listed/${encodeURIComponent(tenant)}`);
