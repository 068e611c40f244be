import type { Onboarding } from '../contract/onboarding.js';
import type { Edlink } from './edlink.js';
import type { Trace } from './trace.js';

/** Milliseconds that an answer is shared, counted from when it was asked for. */
const shared = { usually: 5_000, fresh: 1_000 };

interface Entry {
  askedAt: number;
  isAnswered: boolean;
  hasFailed: boolean;
  /** The read that everybody shares who wants a fresh one before the second is over. */
  next?: Promise<Entry>;
  answer: Promise<Onboarding>;
  trace: Trace;
}

/** Reads of single onboardings, shared by everybody who asks for the same one at about the same time. */
export interface Reads {
  /**
   * Plain reads share an answer for five seconds, a failure for one. A `fresh` one joins a read that is under way or
   * starts one, at most one a second: it waits for the second to end rather than get what was true before it asked.
   */
  read(id: string, options: { fresh: boolean; trace: Trace }): Promise<Onboarding>;
  /** What Edlink answered to the creation, so that a lagging replica's 404 is not the first thing a browser sees. */
  remember(onboarding: Onboarding): void;
  forget(id: string): void;
}

export function createReads(edlink: Edlink, now: () => number): Reads {
  const entries = new Map<string, Entry>();

  const keep = (id: string, entry: Entry): Entry => {
    dropOld(entries, now() - shared.usually);
    entries.delete(id);
    entries.set(id, entry);
    return entry;
  };

  const start = (id: string): Entry => {
    const trace: Trace = {};
    const answer = edlink.read(id, trace);
    const entry: Entry = { askedAt: now(), isAnswered: false, hasFailed: false, trace, answer };
    answer.then(
      () => (entry.isAnswered = true),
      () => (entry.isAnswered = entry.hasFailed = true),
    );
    return keep(id, entry);
  };

  const startNextSecond = async (id: string, wait: number): Promise<Entry> => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    return start(id);
  };

  const choose = (id: string, fresh: boolean): Entry | Promise<Entry> => {
    const known = entries.get(id);
    const age = known ? now() - known.askedAt : Infinity;
    if (!known || age >= (fresh || known.hasFailed ? shared.fresh : shared.usually)) return start(id);
    return fresh && known.isAnswered ? (known.next ??= startNextSecond(id, shared.fresh - age)) : known;
  };

  return {
    async read(id, { fresh, trace }) {
      const entry = await choose(id, fresh);
      return entry.answer.finally(() => Object.assign(trace, entry.trace));
    },
    remember(onboarding) {
      const askedAt = now() - shared.fresh;
      const answer = Promise.resolve(onboarding);
      keep(onboarding.id, { askedAt, isAnswered: true, hasFailed: false, trace: {}, answer });
    },
    forget: (id) => void entries.delete(id),
  };
}

/** Insertion order is age, so the old ones are in front. */
function dropOld(entries: Map<string, Entry>, before: number): void {
  for (const [id, { askedAt }] of entries) {
    if (askedAt > before) return;
    entries.delete(id);
  }
}
