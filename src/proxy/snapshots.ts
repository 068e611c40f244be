import type { Onboarding } from '../contract/onboarding.js';
import type { Edlink } from './edlink.js';
import { ProxyFailure } from './failure.js';
import { noteShared, type Trace } from './trace.js';

/** The team's onboardings at one moment, by id. */
export type Snapshot = ReadonlyMap<string, Onboarding>;

export interface Taken {
  snapshot: Map<string, Onboarding>;
  /** Milliseconds that it may still be shown. */
  lifetime: number;
}

/** One list poll for everybody who waits. */
export interface Snapshots {
  /** At most one interval old. */
  latest(trace: Trace): Promise<Snapshot>;
  /** What was deleted is in no snapshot any more, neither in one that is under way. */
  forget(id: string): void;
}

/** Milliseconds: nobody makes Edlink answer more than one request in this time, neither do all together. */
export const interval = 5_000;

const pageLength = 1_000;
/** What is further back in the list, or would take too long, is read singly. */
const mostPages = 10;

/**
 * Reads the list. Unfiltered, because nobody knows how Edlink takes a filter; a team that needs several pages is asked
 * as much less often, so that it stays one request an interval. After `patience` (milliseconds) it begins no other page.
 */
export async function takeSnapshot(
  edlink: Edlink,
  trace: Trace,
  { now, patience }: { now: () => number; patience: number },
): Promise<Taken> {
  const giveUpAt = now() + patience;
  const snapshot = new Map<string, Onboarding>();
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await edlink.list({ first: pageLength, ...(cursor !== undefined && { cursor }) }, trace);
    for (const onboarding of page.onboardings) snapshot.set(onboarding.id, onboarding);
    cursor = page.cursor;
    pages++;
  } while (cursor !== undefined && pages < mostPages && now() < giveUpAt);
  return { snapshot, lifetime: interval * pages };
}

/** Shares what `take` gives, a failure too, among all who ask in this process. */
export function createSnapshots(take: (trace: Trace) => Promise<Taken>, now: () => number): Snapshots {
  let current: { answer: Promise<Taken>; trace: Trace; until: number } | undefined;

  const start = () => {
    const trace: Trace = {};
    const entry = { answer: take(trace), trace, until: Infinity };
    entry.answer.then(
      ({ lifetime }) => (entry.until = now() + lifetime),
      (error: unknown) => (entry.until = now() + pauseAfter(error)),
    );
    return entry;
  };

  return {
    async latest(trace) {
      const isKnown = current !== undefined && current.until > now();
      const entry = (current = isKnown && current ? current : start());
      try {
        return (await entry.answer).snapshot;
      } finally {
        if (isKnown) noteShared(trace, entry.trace);
        else Object.assign(trace, entry.trace);
      }
    },
    forget(id) {
      current?.answer.then(
        ({ snapshot }) => snapshot.delete(id),
        () => undefined,
      );
    },
  };
}

/** A host's token function that gives none or throws may work the next time; Edlink is left in peace. */
const pauseAfter = (error: unknown): number =>
  error instanceof ProxyFailure && error.code !== 'host_not_ready' ? interval : 0;
