import type { Fault } from './faults/fault-schema.js';
import { operations, type Operation } from './operations.js';
import type { UpstreamRequest } from './upstream-request.js';

const longestLog = 10_000;

/** One call of an upstream API, as it arrived. */
export interface LoggedRequest {
  readonly operation: Operation;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** Name and value, in the order of the URL. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** All header names, in lower case. */
  readonly headerNames: readonly string[];
  readonly authorization: string | null;
  readonly body: string;
  /** The kinds of fault that hit it. */
  readonly faults: readonly Fault['kind'][];
  /** `null` until it is answered. */
  status: number | null;
}

/** The last 10,000 calls, and how many there were of each operation since the last reset. */
export interface RequestLog {
  readonly log: readonly LoggedRequest[];
  readonly counts: Readonly<Record<Operation, number>>;
}

export interface WritableRequestLog extends RequestLog {
  readonly add: (entry: LoggedRequest) => void;
  readonly clear: () => void;
}

const noCounts = () => Object.fromEntries(operations.map((name) => [name, 0])) as Record<Operation, number>;

export function createRequestLog(): WritableRequestLog {
  const log: LoggedRequest[] = [];
  const counts = noCounts();
  return {
    log,
    counts,
    add(entry) {
      log.push(entry);
      counts[entry.operation] += 1;
      if (log.length > longestLog) log.shift();
    },
    clear() {
      log.length = 0;
      Object.assign(counts, noCounts());
    },
  };
}

export function logEntry(
  { method, url, headers, body }: UpstreamRequest,
  operation: Operation,
  faults: LoggedRequest['faults'],
  at: number,
): LoggedRequest {
  return {
    operation,
    at,
    method,
    path: url.pathname,
    query: [...url.searchParams],
    headerNames: [...headers.keys()],
    authorization: headers.get('Authorization'),
    body,
    faults,
    status: null,
  };
}
