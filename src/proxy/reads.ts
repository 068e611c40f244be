import type { Onboarding } from '../contract/onboarding.js';
import { Breaker } from './breaker.js';
import { ProxyFailure } from './failure.js';
import { Memory } from './memory.js';
import type { ReadOptions, SingleReads } from './single-reads.js';
import { interval, type Snapshots } from './snapshots.js';
import type { ProxyStore } from './store.js';

/** What Edlink says of an onboarding. */
export interface Reads extends Pick<SingleReads, 'remember' | 'recall' | 'forget'> {
  /** A plain read is answered from the team's list where several wait; a `fresh` one always by a question of its own. */
  read(id: string, options: ReadOptions): Promise<Onboarding>;
}

export interface ReadSources {
  singles: SingleReads;
  snapshots: Snapshots;
  store: ProxyStore;
  now: () => number;
}

/** Single reads at a time while the list is out of order. */
const atOnce = 4;

export function createReads({ singles, snapshots, store, now }: ReadSources): Reads {
  const crowds = new Memory<boolean>(interval, now);
  const breaker = new Breaker({ width: atOnce, pause: interval, now });

  /** For a single one its own page is the smaller answer, unless other processes wait for theirs. */
  const isCrowded = () =>
    crowds.get('', async () => !!store.shared || (await store.pending({ limit: 2 })).records.length > 1);

  /** The list alone may be out of order: a few single reads at a time find out, and stop when they fail too. */
  const readListed = async (id: string, options: ReadOptions): Promise<Onboarding | undefined> => {
    try {
      return (await snapshots.latest(options.trace)).get(id);
    } catch (error) {
      if (!isBroken(error)) throw error;
      return breaker.run(() => singles.read(id, options), isBroken);
    }
  };

  return {
    ...singles,
    async read(id, options) {
      if (options.fresh || singles.isKnown(id) || !(await isCrowded())) return singles.read(id, options);
      // Whoever waits by list reads a vanished one singly: it may be gone, or too far back in the list.
      return (await readListed(id, options)) ?? singles.read(id, options);
    },
    forget(id) {
      singles.forget(id);
      snapshots.forget(id);
    },
  };
}

const isBroken = (error: unknown): boolean =>
  error instanceof ProxyFailure && ['upstream_unavailable', 'invalid_response'].includes(error.code);

/** `undefined`: Edlink does not know it. */
export async function ifThere(reading: Promise<Onboarding>): Promise<Onboarding | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ProxyFailure && error.code === 'not_found') return undefined;
    throw error;
  }
}
