import type { Onboarding } from '../contract/onboarding.js';
import type { Edlink } from './edlink.js';
import type { Trace } from './trace.js';

/** Milliseconds that an answer is shared, counted from when it was asked for. */
const shared = { usually: 5_000, fresh: 1_000 };

interface Entry {
  askedAt: number;
  hasFailed: boolean;
  answer: Promise<Onboarding>;
  trace: Trace;
}

/** Reads of single onboardings, shared by everybody who asks for the same one at about the same time. */
export interface Reads {
  /** `fresh` shares an answer for one second, otherwise for five. A failure is never shared for longer than one. */
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
    const entry: Entry = { askedAt: now(), hasFailed: false, trace, answer: edlink.read(id, trace) };
    entry.answer.catch(() => (entry.hasFailed = true));
    return keep(id, entry);
  };

  return {
    async read(id, { fresh, trace }) {
      const known = entries.get(id);
      const age = known ? now() - known.askedAt : Infinity;
      const limit = fresh || known?.hasFailed ? shared.fresh : shared.usually;
      const entry = known && age < limit ? known : start(id);
      return entry.answer.finally(() => Object.assign(trace, entry.trace));
    },
    remember(onboarding) {
      const askedAt = now() - shared.fresh;
      keep(onboarding.id, { askedAt, hasFailed: false, trace: {}, answer: Promise.resolve(onboarding) });
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
