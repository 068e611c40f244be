import type { RouteName } from '../contract/routes.js';
import type { Keys } from './keys.js';
import { Memory } from './memory.js';
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
  /** Calls to Edlink that had to be made after another one had failed. */
  retries: number;
  /** Answered with what was known, or with what another request was asking for already. */
  cache_hit: boolean;
}

/** What is collected while a request is answered. */
export interface Observed {
  route: LogEntry['route'];
  tenant: string | null;
  startedAt: number;
  trace: Trace;
}

/** What is told of a request besides whose it was. */
export function summarize(
  { route, startedAt, trace }: Observed,
  { status, at }: { status: number; at: number },
): Omit<LogEntry, 'tenant'> {
  const { upstreamRequestId, retries = 0, isCached = false } = trace;
  return {
    route,
    status,
    duration: at - startedAt,
    ...(upstreamRequestId !== undefined && { upstream_request_id: upstreamRequestId }),
    retries,
    cache_hit: isCached,
  };
}

/** Characters of the hash: enough to tell tenants apart. */
const hashLength = 16;
/** Milliseconds. */
const remembered = 60_000;

/** A log that throws or never ends, or a store that cannot give the hash's key, never breaks or delays a request. */
export function createLog(
  log: ((entry: LogEntry) => unknown) | undefined,
  keys: Keys,
  now: () => number,
): (tenant: string | null, summary: Omit<LogEntry, 'tenant'>) => Promise<void> {
  const hashes = new Memory<string>(remembered, now);
  const hash = (tenant: string) => hashes.get(tenant, () => keys.authenticate('log', tenant));
  return async (tenant, summary) => {
    if (!log) return;
    try {
      await log({ ...summary, tenant: tenant === null ? null : (await hash(tenant)).slice(0, hashLength) });
    } catch {
      // Nobody to tell: the log is where it would be told.
    }
  };
}
