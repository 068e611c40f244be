import type { OnboardingRecord, ProxyStore } from '../../../src/proxy/index.js';
import type { Simulator } from '../../../src/simulator/index.js';
import type { Wish } from './ledger.js';

const phases = ['before the claim', 'before the commit', 'before the bind', 'before the answer'] as const;

/** How far unanswered creations had come when their process was killed. */
export class PhaseCounts {
  readonly #counts = new Map<string, number>(phases.map((phase) => [phase, 0]));

  async count(store: ProxyStore, simulator: Simulator, unanswered: Wish[]): Promise<void> {
    const records = await allPending(store);
    for (const { key } of unanswered) {
      const phase = phaseOf(
        records.find((record) => record.key === key),
        simulator,
      );
      this.#counts.set(phase, (this.#counts.get(phase) ?? 0) + 1);
    }
  }

  /** Those that no round has hit. */
  get missed(): string[] {
    return phases.filter((phase) => this.#counts.get(phase) === 0);
  }

  toString(): string {
    return [...this.#counts].map(([phase, count]) => `${count} ${phase}`).join(', ');
  }
}

function phaseOf(record: OnboardingRecord | undefined, simulator: Simulator): (typeof phases)[number] {
  if (!record) return 'before the claim';
  if (record.onboarding_id !== null) return 'before the answer';
  const isCommitted = simulator.onboardings.some(
    ({ expiration_date }) => expiration_date !== null && record.instants.includes(expiration_date),
  );
  return isCommitted ? 'before the bind' : 'before the commit';
}

async function allPending(store: ProxyStore): Promise<OnboardingRecord[]> {
  const all: OnboardingRecord[] = [];
  let after: string | undefined;
  do {
    const page = await store.pending({ limit: 1_000, ...(after !== undefined && { after }) });
    all.push(...page.records);
    after = page.next;
  } while (after !== undefined);
  return all;
}
