import type { Onboarding } from '../contract/onboarding.js';
import type { Edlink } from './edlink.js';
import { noteShared, type Trace } from './trace.js';

/** Milliseconds that an answer is shared, counted from when it came. A connected onboarding does not change any more. */
const shared = { usually: 5_000, connected: 300_000, failed: 1_000, fresh: 1_000 };
/** Milliseconds that the answer to a creation is remembered. */
const longestMemory = 15_000;

interface Entry {
  /** Milliseconds; `undefined` while it is under way. */
  settledAt: number | undefined;
  /** Milliseconds that plain reads share it. */
  sharedFor: number;
  /** The read that everybody shares who wants a fresh one before the second is over. */
  next?: Promise<Entry>;
  answer: Promise<Onboarding>;
  trace: Trace;
}

export interface ReadOptions {
  fresh: boolean;
  trace: Trace;
}

/** Reads of single onboardings, shared by everybody who asks for the same one at about the same time. */
export interface SingleReads {
  /**
   * Plain reads share an answer for five seconds, a failure for one. A `fresh` one joins a read that is under way or
   * starts one, at most one a second: it waits for the second to end rather than get what was true before it asked.
   */
  read(id: string, options: ReadOptions): Promise<Onboarding>;
  /** Whether a plain read would be shared. */
  isKnown(id: string): boolean;
  /** What Edlink answered to the creation, so that a lagging replica's 404 is not the first thing a browser sees. */
  remember(onboarding: Onboarding): void;
  /** What was remembered, for some seconds. */
  recall(id: string): Onboarding | undefined;
  forget(id: string): void;
}

export function createSingleReads(edlink: Edlink, now: () => number): SingleReads {
  const entries = new Map<string, Entry>();
  const created = new Map<string, { at: number; onboarding: Onboarding }>();
  let cleanedAt = now();

  /** Below zero while it is under way: it is shared however long it takes. */
  const age = ({ settledAt }: Entry): number => (settledAt === undefined ? -1 : now() - settledAt);
  const isUnderWay = (entry: Entry): boolean => entry.settledAt === undefined;

  const clean = () => {
    if (now() - cleanedAt < shared.usually) return;
    cleanedAt = now();
    for (const [id, entry] of entries) if (age(entry) >= entry.sharedFor) entries.delete(id);
    for (const [id, { at }] of created) if (now() - at >= longestMemory) created.delete(id);
  };

  const start = (id: string): Entry => {
    clean();
    const trace: Trace = {};
    const answer = edlink.read(id, trace);
    const entry: Entry = { settledAt: undefined, sharedFor: shared.usually, trace, answer };
    answer.then(
      (onboarding) => {
        if (isConnected(onboarding)) entry.sharedFor = shared.connected;
        entry.settledAt = now();
      },
      () => {
        entry.sharedFor = shared.failed;
        entry.settledAt = now();
      },
    );
    entries.set(id, entry);
    return entry;
  };

  const startNextSecond = async (id: string, wait: number): Promise<Entry> => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const known = entries.get(id);
    return known && isUnderWay(known) ? known : start(id);
  };

  /** What may be shared with somebody who asks now. */
  const find = (id: string, fresh: boolean): Entry | Promise<Entry> | undefined => {
    const known = entries.get(id);
    if (!known || age(known) >= (fresh ? shared.fresh : known.sharedFor)) return undefined;
    if (!fresh || isUnderWay(known)) return known;
    return (known.next ??= startNextSecond(id, shared.fresh - age(known)));
  };

  return {
    async read(id, { fresh, trace }) {
      const known = await find(id, fresh);
      const entry = known ?? start(id);
      return entry.answer.finally(() => {
        if (known) noteShared(trace, known.trace);
        else Object.assign(trace, entry.trace);
      });
    },
    isKnown: (id) => find(id, false) !== undefined,
    remember(onboarding) {
      clean();
      const { id } = onboarding;
      created.set(id, { at: now(), onboarding });
      // As old as it must be for a fresh read not to wait.
      const settledAt = now() - shared.fresh;
      const answer = Promise.resolve(onboarding);
      entries.set(id, { settledAt, sharedFor: shared.usually, trace: {}, answer });
    },
    recall: (id) => created.get(id)?.onboarding,
    forget(id) {
      entries.delete(id);
      created.delete(id);
    },
  };
}

const isConnected = ({ state, integration_id }: Onboarding): boolean =>
  state === 'completed' && integration_id !== null;
