import type {
  Adoption,
  BindResult,
  Claim,
  ClaimResult,
  Connection,
  OnboardingRecord,
  ProxyStore,
  RecordPage,
  SharedMemory,
} from '../store.js';
import { adopt } from './adoption.js';
import { bind, join, release, renew, yieldLease } from './changes.js';
import { claim } from './claim.js';
import type { Database, Range } from './database.js';
import { connect, finish } from './ending.js';
import { at, idOf, indexOf } from './places.js';
import { readRecord } from './records.js';
import { forget } from './retention.js';

/** The proxy's memory on any `Database`: what an operation means is written once, for all of them. */
export class TransactionalStore implements ProxyStore {
  readonly #database: Database;
  readonly shared?: SharedMemory;

  constructor(database: Database, shared?: SharedMemory) {
    this.#database = database;
    if (shared) this.shared = shared;
  }

  claim(wish: Claim): Promise<ClaimResult> {
    return this.#database.change((transaction) => claim(transaction, wish));
  }

  renew(renewal: Parameters<ProxyStore['renew']>[0]): Promise<OnboardingRecord | null> {
    return this.#database.change((transaction) => renew(transaction, renewal));
  }

  yieldLease(lease: { id: string; holder: string }): Promise<void> {
    return this.#database.change((transaction) => yieldLease(transaction, lease));
  }

  release(lease: { id: string; holder: string }): Promise<void> {
    return this.#database.change((transaction) => release(transaction, lease));
  }

  bind(binding: Parameters<ProxyStore['bind']>[0]): Promise<BindResult> {
    return this.#database.change((transaction) => bind(transaction, binding));
  }

  join(entry: Parameters<ProxyStore['join']>[0]): Promise<void> {
    return this.#database.change((transaction) => join(transaction, entry));
  }

  claimIntegration({ integration_id, tenant }: { integration_id: string; tenant: string }): Promise<string> {
    return this.#firstEver(at.integration(integration_id), tenant);
  }

  finish(end: Parameters<ProxyStore['finish']>[0]): Promise<void> {
    return this.#database.change((transaction) => finish(transaction, end));
  }

  async recordOf(onboarding_id: string): Promise<OnboardingRecord | null> {
    return readRecord(this.#database, await this.#database.get(at.bound(onboarding_id)));
  }

  list({ tenant, ...page }: { tenant: string; after?: string; limit: number }): Promise<RecordPage> {
    const { after, limit } = page;
    return this.#page({
      index: indexOf.listed(tenant),
      reverse: true,
      limit,
      ...(after !== undefined && { before: after }),
    });
  }

  pending(page: { after?: string; limit: number }): Promise<RecordPage> {
    return this.#page({ index: indexOf.pending, ...page });
  }

  async connectionOf(tenant: string): Promise<Connection | null> {
    const connection = (await this.#database.get(at.connection(tenant))) as Connection | undefined;
    // The host's own from here on: a database may remember what it gave.
    return connection ? { ...connection } : null;
  }

  adopt(found: Adoption): Promise<BindResult> {
    return this.#database.change((transaction) => adopt(transaction, found));
  }

  connect({ tenant, integration_id, now }: Parameters<ProxyStore['connect']>[0]): Promise<void> {
    return this.#database.change((transaction) =>
      connect(transaction, tenant, { integration_id, onboarding_id: null, now }),
    );
  }

  forget(old: Parameters<ProxyStore['forget']>[0]): Promise<number> {
    return forget(this.#database, old);
  }

  secret(candidate: string): Promise<string> {
    return this.#firstEver(at.secret, candidate);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #firstEver(place: string, candidate: string): Promise<string> {
    return this.#database.change(async (transaction) => {
      const first = await transaction.get(place);
      if (typeof first === 'string') return first;
      transaction.put(place, candidate);
      return candidate;
    });
  }

  /** The last member of a page is where the next one begins. */
  async #page({ limit, ...range }: Range & { limit: number }): Promise<RecordPage> {
    const found = await this.#database.members({ ...range, limit: limit + 1 });
    const members = found.slice(0, limit);
    const records = await Promise.all(members.map((member) => readRecord(this.#database, idOf(member))));
    const next = found.length > limit ? members.at(-1) : undefined;
    return {
      records: records.filter((record) => record !== null),
      ...(next !== undefined && { next }),
    };
  }
}
