export { createProxy, type Proxy } from './create-proxy.js';
export { defaultAllowedFields } from './allowed-fields.js';
export type { Connected, Conflict, EdlinkOptions, ProxyOptions, TenantDescription } from './options.js';
export type { Authorize, Grant, Right } from './grant.js';
export type { LogEntry } from './log.js';
export type { SweepCounts } from './sweep.js';
export type {
  BindResult,
  Claim,
  ClaimResult,
  Connection,
  Lease,
  OnboardingRecord,
  Outcome,
  ProxyStore,
  RecordPage,
} from './store.js';
