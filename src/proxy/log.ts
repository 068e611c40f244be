import type { RouteName } from '../contract/routes.js';
import type { Keys } from './keys.js';
import type { Trace } from './trace.js';

/** All that is ever logged of a request. The schema is closed: no path, header, body, key or name gets in. */
export interface LogEntry {
  /** `none`: refused before a route was found. */
  route: RouteName | 'preflight' | 'none';
  /** Of the answer. */
  status: number;
  /** Milliseconds. */
  duration: number;
  /** A keyed hash: tells that two requests were one tenant's, not whose. `null` before anybody was recognised. */
  tenant: string | null;
  /** Edlink's own id of the last call made for this request, for a question to their support. */
  upstream_request_id?: string;
}

/** What is collected while a request is answered. */
export interface Observed {
  route: LogEntry['route'];
  tenant: string | null;
  startedAt: number;
  trace: Trace;
}

/** A log that throws or never ends, or a store that cannot give the hash's key, never breaks or delays a request. */
export async function writeLog(
  log: ((entry: LogEntry) => unknown) | undefined,
  keys: Keys,
  observed: Observed,
  answer: { status: number; at: number },
): Promise<void> {
  if (!log) return;
  try {
    const { upstreamRequestId } = observed.trace;
    const entry: LogEntry = {
      route: observed.route,
      status: answer.status,
      duration: answer.at - observed.startedAt,
      tenant:
        observed.tenant === null ? null : (await keys.authenticate('log', observed.tenant)).slice(0, 16),
      ...(upstreamRequestId !== undefined && { upstream_request_id: upstreamRequestId }),
    };
    await log(entry);
  } catch {
    // Nobody to tell: the log is where it would be told.
  }
}
