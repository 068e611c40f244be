import type {
  Adoption,
  BindResult,
  Claim,
  ClaimResult,
  Connection,
  OnboardingRecord,
  ProxyStore,
  RecordPage,
} from '../store.js';
import { claimIn } from './embedded-claim.js';
import { adoptIn } from './embedded-adoption.js';
import { bindIn, finishIn, releaseIn, renewIn } from './embedded-changes.js';
import { forgetIn } from './embedded-retention.js';
import { LevelBatch, readRecord, type Level } from './level-batch.js';
import { at, listedUnder, under } from './store-keys.js';

/**
 * The store on LevelDB. A queue makes every read-and-write one step; the database's own lock keeps other processes
 * out, so within this process that is enough.
 */
export class EmbeddedStore implements ProxyStore {
  readonly #level: Level;
  #last: Promise<unknown> = Promise.resolve();

  constructor(level: Level) {
    this.#level = level;
  }

  /** Whoever held a lease in this store's last process is dead. */
  async dropLeases(): Promise<void> {
    for await (const id of this.#level.values(under('pending'))) {
      const record = await readRecord(this.#level, id);
      if (record?.lease) await new LevelBatch(this.#level).record({ ...record, lease: null }).write();
    }
  }

  claim(claim: Claim): Promise<ClaimResult> {
    return this.#oneByOne(() => claimIn(this.#level, claim));
  }

  renew(renewal: Parameters<ProxyStore['renew']>[0]): Promise<OnboardingRecord | null> {
    return this.#oneByOne(() => renewIn(this.#level, renewal));
  }

  yieldLease({ id, holder }: { id: string; holder: string }): Promise<void> {
    return this.#oneByOne(async () => {
      const record = await readRecord(this.#level, id);
      if (record?.lease?.holder !== holder) return;
      await new LevelBatch(this.#level).record({ ...record, lease: null }).write();
    });
  }

  release(lease: { id: string; holder: string }): Promise<void> {
    return this.#oneByOne(() => releaseIn(this.#level, lease));
  }

  bind(binding: Parameters<ProxyStore['bind']>[0]): Promise<BindResult> {
    return this.#oneByOne(() => bindIn(this.#level, binding));
  }

  join({ tenant, key, fingerprint, id }: Parameters<ProxyStore['join']>[0]): Promise<void> {
    return this.#oneByOne(async () => {
      const place = at.key(tenant, key);
      if ((await this.#level.get(place)) !== undefined) return;
      await new LevelBatch(this.#level).key(tenant, key, { id, fingerprint }).write();
    });
  }

  claimIntegration({ integration_id, tenant }: { integration_id: string; tenant: string }): Promise<string> {
    return this.#firstEver(at.integration(integration_id), tenant);
  }

  finish(end: Parameters<ProxyStore['finish']>[0]): Promise<void> {
    return this.#oneByOne(() => finishIn(this.#level, end));
  }

  async recordOf(onboarding_id: string): Promise<OnboardingRecord | null> {
    return readRecord(this.#level, await this.#level.get(at.bound(onboarding_id)));
  }

  list({ tenant, after, limit }: { tenant: string; after?: string; limit: number }): Promise<RecordPage> {
    const range = listedUnder(tenant);
    return this.#page({ gt: range.gt, lt: after ?? range.lt, reverse: true }, limit);
  }

  pending({ after, limit }: { after?: string; limit: number }): Promise<RecordPage> {
    const range = under('pending');
    return this.#page({ gt: after ?? range.gt, lt: range.lt, reverse: false }, limit);
  }

  async connectionOf(tenant: string): Promise<Connection | null> {
    return ((await this.#level.get(at.connection(tenant))) as Connection | undefined) ?? null;
  }

  adopt(found: Adoption): Promise<BindResult> {
    return this.#oneByOne(() => adoptIn(this.#level, found));
  }

  connect({ tenant, integration_id, now }: Parameters<ProxyStore['connect']>[0]): Promise<void> {
    const connection: Connection = {
      integration_id,
      onboarding_id: null,
      connected_at: new Date(now).toISOString(),
    };
    return this.#oneByOne(() => new LevelBatch(this.#level).put(at.connection(tenant), connection).write());
  }

  forget(old: Parameters<ProxyStore['forget']>[0]): Promise<number> {
    return this.#oneByOne(() => forgetIn(this.#level, old));
  }

  secret(candidate: string): Promise<string> {
    return this.#firstEver(at.secret, candidate);
  }

  close(): Promise<void> {
    return this.#oneByOne(() => this.#level.close());
  }

  #firstEver(place: string, candidate: string): Promise<string> {
    return this.#oneByOne(async () => {
      const first = await this.#level.get(place);
      if (typeof first === 'string') return first;
      await new LevelBatch(this.#level).put(place, candidate).write();
      return candidate;
    });
  }

  /** An index's values are record ids; its keys are the positions of pages. */
  async #page(range: { gt: string; lt: string; reverse: boolean }, limit: number): Promise<RecordPage> {
    const entries = await this.#level.iterator({ ...range, limit: limit + 1 }).all();
    const records: OnboardingRecord[] = [];
    for (const [, id] of entries.slice(0, limit)) {
      const record = await readRecord(this.#level, id);
      if (record) records.push(record);
    }
    const last = entries[limit - 1];
    return { records, ...(entries.length > limit && last && { next: last[0] }) };
  }

  #oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
