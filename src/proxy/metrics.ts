import type { ProblemCode } from '../contract/problem.js';
import type { EdlinkOperation } from './edlink-upstream.js';
import type { PathwrightOperation } from './links/pathwright-upstream.js';
import type { LogEntry } from './log.js';
import type { SweepCounts } from './sweep.js';

/** A call to Edlink, or to Pathwright. */
export type UpstreamOperation = EdlinkOperation | PathwrightOperation;

/** One thing to count or to time. No names, ids or paths in it, so that every field may be a label. Milliseconds. */
export type Sample =
  | ({ kind: 'request' } & Pick<LogEntry, 'route' | 'status' | 'duration' | 'retries' | 'cache_hit'>)
  | { kind: 'upstream'; operation: UpstreamOperation; outcome: 'ok' | ProblemCode; duration: number }
  | ({ kind: 'sweep'; duration: number } & SweepCounts);

export type Metrics = (sample: Sample) => void;

/** A host's function that throws, or that is async and fails, breaks nothing. */
export function createMetrics(host: ((sample: Sample) => unknown) | undefined): Metrics {
  return (sample) => {
    if (host) void tell(host, sample);
  };
}

async function tell(host: (sample: Sample) => unknown, sample: Sample): Promise<void> {
  try {
    await host(sample);
  } catch {
    // Nobody to tell: this is where it would be told.
  }
}
