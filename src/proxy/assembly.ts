import { createCompletion } from './completion.js';
import { createDescriptions } from './descriptions.js';
import { createEdlink, type Edlink } from './edlink.js';
import { edlinkUpstream } from './edlink-upstream.js';
import { createIntegrationNames } from './integration-names.js';
import { Keys } from './keys.js';
import { createSchools } from './links/schools.js';
import { createMetrics } from './metrics.js';
import type { ProxyOptions } from './options.js';
import type { Parts } from './parts.js';
import { createPause } from './pause.js';
import { createReads } from './reads.js';
import { readSettings, type Settings } from './settings.js';
import { takeShared } from './shared-snapshots.js';
import { SingleFlight } from './single-flight.js';
import { createSingleReads } from './single-reads.js';
import { createSnapshots, interval, takeSnapshot, type Snapshots } from './snapshots.js';
import { createStopwatch } from './stopwatch.js';
import type { ProxyStore } from './store.js';
import type { Trace } from './trace.js';
import { createUpstream } from './upstream-call.js';
import { HealthRecord } from './upstream-health.js';

/** Puts together what the routes work with. @throws TypeError that says which option to change. */
export function assemble(options: ProxyOptions): Parts {
  const settings = readSettings(options);
  const elapsed = createStopwatch(settings.now);
  const { store } = options;
  const health = new HealthRecord();
  const metrics = createMetrics(settings.metrics);
  const host = { ...settings, metrics, elapsed, shared: store.shared };
  const pause = createPause(elapsed, store.shared);
  const call = createUpstream(host, edlinkUpstream(settings, pause, health));
  const edlink = createEdlink(call);
  const nameIntegration = createIntegrationNames(call, settings, elapsed);
  const singles = createSingleReads(edlink, elapsed);
  const snapshots = chooseSnapshots(edlink, store, settings, elapsed);
  return {
    settings,
    store,
    edlink,
    keys: new Keys(store, settings.randomBytes),
    reads: createReads({ singles, snapshots, store, now: elapsed }),
    teamPages: new SingleFlight(),
    completion: createCompletion(store, settings, nameIntegration),
    describeDistrict: createDescriptions(settings.describeTenant, elapsed),
    nameIntegration,
    openSchool: createSchools(host, settings.pathwright),
    metrics,
    health,
  };
}

/** More than a poll takes: its last page begins within one time-out, and has one for the token and one for the answer. */
const longestTurn = ({ edlink }: Settings): number => 3 * edlink.timeout + 1_000;

function chooseSnapshots(
  edlink: Edlink,
  { shared }: ProxyStore,
  settings: Settings,
  now: () => number,
): Snapshots {
  const take = (trace: Trace) => takeSnapshot(edlink, trace, { now, patience: settings.edlink.timeout });
  if (!shared) return createSnapshots(take, now);
  const sharing = {
    shared,
    take,
    randomUuid: settings.randomUuid,
    longestTurn: longestTurn(settings),
    longestWait: interval,
  };
  return createSnapshots((trace) => takeShared(sharing, trace), now);
}
