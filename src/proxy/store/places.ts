/** Where things are in a store. `/` separates, because `encodeURIComponent` leaves none in a name. */
export const at = {
  secret: 'secret',
  record: (id: string) => `record/${id}`,
  /** An idempotency key is its tenant's own. */
  key: (tenant: string, key: string) => `key/${encodeURIComponent(tenant)}/${encodeURIComponent(key)}`,
  /** The live record of a tenant, application and provider. */
  live: (tenant: string, application_id: string, provider_id: string | null) =>
    `live/${encodeURIComponent(tenant)}/${application_id}/${provider_id ?? 'any'}`,
  bound: (onboarding_id: string) => `bound/${onboarding_id}`,
  instant: (date: string) => `instant/${date}`,
  integration: (integration_id: string) => `integration/${encodeURIComponent(integration_id)}`,
  connection: (tenant: string) => `connection/${encodeURIComponent(tenant)}`,
} as const;

export const indexOf = {
  /** Of record ids. */
  pending: 'pending',
  /** Of records that are not pending any more, oldest end first. */
  ended: 'ended',
  /** A tenant's bound records, oldest first. */
  listed: (tenant: string) => `listed/${encodeURIComponent(tenant)}`,
  /** Every key that stands for a record, so that all can be forgotten with it. */
  keys: (id: string) => `stands/${id}`,
} as const;

/** A record's place in an index that is sorted by a time. */
export const timed = (time: number, id: string): string => `${sortable(time)}/${id}`;

/** Behind everything that is earlier than a time, before everything at it. */
export const sortable = (time: number): string => String(time).padStart(15, '0');

export const idOf = (member: string): string => member.slice(member.lastIndexOf('/') + 1);
