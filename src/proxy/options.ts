import type { OnboardingRequestField } from '../contract/onboarding.js';
import type { Authorize } from './grant.js';
import type { IntegrationNames } from './integration-names.js';
import type { PathwrightOptions } from './links/pathwright-options.js';
import type { LogEntry } from './log.js';
import type { Sample } from './metrics.js';
import type { ProxyStore } from './store.js';

export interface EdlinkOptions {
  /**
   * The service account's token of the developer's team. A function is asked before every call upstream: for rotation,
   * or for one token that reads and one that writes.
   */
  token: string | ((use: 'read' | 'write') => string | Promise<string>);
  /** The *developer's* team (a UUID), not a district's. */
  teamId: string;
  /** The application that districts connect to (a UUID). */
  applicationId: string;
  /** Default `https://ed.link`. `http:` only on loopback, for the simulator. */
  baseUrl?: string;
  /** Milliseconds for one call upstream, its body included. Default 10,000. */
  timeout?: number;
}

/** A completed onboarding. `actor` is who started it, which need not be who completed it. */
export interface Connected {
  tenant: string;
  actor: string;
  onboarding_id: string;
  integration_id: string;
  /** With `describeIntegration`: whose system it is, if Edlink said so within two seconds. */
  integration?: IntegrationNames;
}

/** The same integration under a second tenant: `tenant` started the onboarding, `owner` has the integration. */
export interface Conflict extends Connected {
  owner: string;
}

export interface ProxyOptions {
  /**
   * Where the proxy is mounted: `'/edlink'`, or `'/districts/:tenant/edlink'`. Matched whole, segment by segment. A
   * `:tenant` that is not the caller's is 404, unless their scope is `all`: then they act for the tenant in the URL.
   */
  basePath: string;
  edlink: EdlinkOptions;
  /**
   * Pathwright's external links. Without it, and for callers to whom `authorize` grants neither `links:read` nor
   * `links:write`, there are no routes for them.
   */
  pathwright?: PathwrightOptions;
  /** Who is asking, and what they may do. Has no default. */
  authorize: Authorize;
  /** `openStore(directory)` from `connect-district/proxy/node`, or one of your own. Closed with the proxy. */
  store: ProxyStore;
  /** The fields of `POST onboardings` that a browser may set. Default `['provider_id', 'redirect_uri']`. */
  allow?: readonly OnboardingRequestField[];
  /** Milliseconds until a new onboarding expires, unless the browser may say. Default 72 hours, at most a year. */
  expiresIn?: number;
  /** Edlink activates the integration at once. **Affects your bill.** Not sent unless set. */
  automaticApproval?: boolean;
  /** The district's own Edlink team, for teams that are verified to name it. */
  teamIdOf?: (tenant: string) => string | undefined | Promise<string | undefined>;
  /** Display texts for the answer's `$host`; left out when they take more than two seconds. */
  describeTenant?: (tenant: string) => TenantDescription | Promise<TenantDescription>;
  /**
   * Asks Edlink whose system was connected, with the *application's* secret: its provider and its team are shown in the
   * connected state ("Not your district?") and told to `onConnected`. Nothing else of that answer is read.
   */
  describeIntegration?: { token: string | (() => string | Promise<string>) };
  /**
   * Called at least once per completed onboarding, before any browser hears of it; awaited. When it throws, or takes
   * more than 30 seconds, the browser gets 503 (a list goes without the row) and it is called again at the next read.
   * Write down the connection here.
   */
  onConnected?: (connected: Connected) => unknown;
  /** Called at least once when an integration is another tenant's already. Nothing is connected then. */
  onConflict?: (conflict: Conflict) => unknown;
  /**
   * Origins of your pages (`https://app.example`): where `redirect_uri` may lead, and who may call from another
   * origin. Set it, too, for browsers that do not send `Sec-Fetch-Site`.
   */
  origins?: readonly string[];
  /**
   * Somebody calls `.sweep()` regularly, so that the element may say "you may close this page; we will know".
   * Default `false`; `openProxy` sets it with its own sweep.
   */
  watched?: boolean;
  /**
   * Milliseconds after its end for which an onboarding is remembered; the sweep forgets it then. Who is connected with
   * what is never forgotten. Default 90 days.
   */
  retention?: number;
  /** One call per answered request. Not waited for, and may throw. */
  log?: (entry: LogEntry) => unknown;
  /** One call per request, call upstream and sweep, to be counted. Not waited for, and may throw. */
  metrics?: (sample: Sample) => unknown;
  /** For tests and odd runtimes: the platform's own by default. `now` is in milliseconds. */
  fetch?: typeof globalThis.fetch;
  now?: () => number;
  randomUuid?: () => string;
  randomBytes?: (length: number) => Uint8Array<ArrayBuffer>;
}

export interface TenantDescription {
  district?: string;
}
