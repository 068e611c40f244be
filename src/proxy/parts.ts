import type { Completion } from './completion.js';
import type { DescribeDistrict } from './descriptions.js';
import type { Edlink, UpstreamPage } from './edlink.js';
import type { Grant } from './grant.js';
import type { NameIntegration } from './integration-names.js';
import type { Keys } from './keys.js';
import type { OpenSchool } from './links/schools.js';
import type { Metrics } from './metrics.js';
import type { Reads } from './reads.js';
import type { Settings } from './settings.js';
import type { SingleFlight } from './single-flight.js';
import type { ProxyStore } from './store.js';
import type { Trace } from './trace.js';
import type { HealthRecord } from './upstream-health.js';

/** What the routes work with. */
export interface Parts {
  settings: Settings;
  store: ProxyStore;
  keys: Keys;
  edlink: Edlink;
  reads: Reads;
  /** Shared by those of the vendor's staff who ask for the same page at the same time. */
  teamPages: SingleFlight<UpstreamPage>;
  completion: Completion;
  describeDistrict: DescribeDistrict;
  nameIntegration: NameIntegration;
  openSchool: OpenSchool;
  metrics: Metrics;
  health: HealthRecord;
}

/** Who a request is for, after `authorize` and the URL have had their say. */
export interface Caller {
  tenant: string;
  actor: string;
  can: Grant['can'];
  /** May read and delete every onboarding of the team. */
  seesAll: boolean;
  /** The URL names a tenant, so a list is that tenant's whoever asks. */
  isTenantInUrl: boolean;
}

/** One request on its way through a route. */
export interface Exchange {
  request: Request;
  caller: Caller;
  trace: Trace;
}
