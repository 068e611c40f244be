import type { Link, LinkRequest } from '../contract/link.js';
import { next } from '../links/import-run.js';
import { reconcile } from '../links/reconcile.js';
import type { ImportRun } from '../links/run-state.js';
import { asFailure } from './failure.js';

/** What a run needs to be done for it. */
export interface Deeds {
  post(request: LinkRequest, signal: AbortSignal): Promise<Link>;
  /** The whole list, read anew. */
  readAll(signal: AbortSignal): Promise<readonly Link[]>;
  wait(delay: number, signal: AbortSignal): Promise<void>;
}

/** Does what a run of lines says, one thing at a time. It decides nothing. */
export interface LinkRunner {
  /** Goes on with it until it is paused or finished; each step is told. */
  start(run: ImportRun): void;
  /** Ends what is under way, and the run is paused. */
  stop(): void;
  /** The same, and nothing is told any more. */
  drop(): void;
}

export function createLinkRunner(
  deeds: Deeds,
  stepped: (run: ImportRun, before: ImportRun) => void,
): LinkRunner {
  let current: ImportRun | undefined;
  let requests = new AbortController();

  async function drive(run: ImportRun, { signal }: AbortController): Promise<void> {
    for (let now = run; isUnderWay(now);) {
      const before = now;
      now = await carryOut(deeds, before, signal);
      if (signal.aborted) return;
      current = now;
      stepped(now, before);
    }
  }

  function drop(): void {
    requests.abort();
    requests = new AbortController();
  }

  return {
    start(run) {
      drop();
      current = run;
      void drive(run, requests);
    },
    stop() {
      drop();
      if (!current || !isUnderWay(current)) return;
      const before = current;
      current = next(before, { type: 'stopped' });
      stepped(current, before);
    },
    drop,
  };
}

export const isUnderWay = ({ phase }: ImportRun): boolean =>
  phase.name !== 'paused' && phase.name !== 'finished';

async function carryOut(deeds: Deeds, run: ImportRun, signal: AbortSignal): Promise<ImportRun> {
  try {
    return await tryToCarryOut(deeds, run, signal);
  } catch (error) {
    return next(run, { type: 'failed', failure: asFailure(error) });
  }
}

async function tryToCarryOut(deeds: Deeds, run: ImportRun, signal: AbortSignal): Promise<ImportRun> {
  const { phase, entries } = run;
  switch (phase.name) {
    case 'posting': {
      const { user_id, external_id } = entries[phase.index] as (typeof entries)[number];
      return next(run, { type: 'created', link: await deeds.post({ user_id, external_id }, signal) });
    }
    case 'reading':
      return reconcile(run, await deeds.readAll(signal));
    case 'waiting':
      await deeds.wait(phase.delay, signal);
      return next(run, { type: 'waited' });
    default:
      return run;
  }
}
