import type { Operation } from './operations.js';
import type { Simulation } from './simulation.js';
import type { UpstreamRequest } from './upstream-request.js';

/** One call of an upstream API, recognised by its method and URL only, and who answers it. */
export interface UpstreamCall {
  readonly upstream: 'edlink' | 'pathwright';
  readonly operation: Operation;
  /** Carries it out. A refusal is an answer, in the upstream's own form. */
  answer(simulation: Simulation, request: UpstreamRequest): Response;
  /** What its rate limiter answers. */
  throttled(seconds: number): Response;
}
