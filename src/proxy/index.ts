export { createProxy, type Proxy } from './create-proxy.js';
export { defaultAllowedFields } from './allowed-fields.js';
export type { Connected, Conflict, EdlinkOptions, ProxyOptions, TenantDescription } from './options.js';
export type { Authorize, Grant, Right } from './grant.js';
export type { LinkCaller, LinkChange, PathwrightOptions } from './links/pathwright-options.js';
export type { Adoptable } from './adoption.js';
export type { IntegrationNames } from './integration-names.js';
export type { LogEntry } from './log.js';
export type { Sample } from './metrics.js';
export type { UpstreamHealth } from './upstream-health.js';
export type { SweepCounts } from './sweep.js';
export type {
  Adoption,
  BindResult,
  Claim,
  ClaimResult,
  Connection,
  Lease,
  OnboardingRecord,
  Outcome,
  ProxyStore,
  RecordPage,
  SharedMemory,
} from './store.js';
