import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Claim, ProxyStore } from '../../../src/proxy/index.js';

export type OpenStore = (context: TestContext) => Promise<ProxyStore>;

export const start = Date.now();
export const uuid = (): string => crypto.randomUUID();

export const claimOf = (changes: Partial<Claim> = {}): Claim => ({
  tenant: 'usd-259',
  actor: 'anna',
  key: uuid(),
  fingerprint: 'f',
  application_id: 'a',
  provider_id: null,
  expiresAt: start + 1_000_000,
  newId: uuid(),
  lease: { holder: uuid(), until: start + 10_000 },
  now: start,
  ...changes,
});

export interface Bound {
  id: string;
  onboarding_id: string;
  claim: Claim;
}

/** A claim that has its Edlink id. */
export async function bound(store: ProxyStore, changes: Partial<Claim> = {}): Promise<Bound> {
  const claim = claimOf(changes);
  assert.equal((await store.claim(claim)).kind, 'new');
  const onboarding_id = uuid();
  await store.bind({ id: claim.newId, onboarding_id, expiration_date: null });
  return { id: claim.newId, onboarding_id, claim };
}

/** The ids of what is pending, or of a tenant's list, read page by page. */
export async function allOf(
  readPage: (page: { after?: string; limit: number }) => ReturnType<ProxyStore['pending']>,
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { records, next } = await readPage({ limit: 2, ...(after !== undefined && { after }) });
    ids.push(...records.map(({ id }) => id));
    after = next;
  } while (after !== undefined);
  return ids;
}
