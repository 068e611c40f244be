import type { ProblemCode } from '../contract/problem.js';

/** What is known of Edlink from the last call to it; nothing is asked to find out. */
export interface UpstreamHealth {
  /** `unknown` until there was a call. A refusal that is the browser's fault counts as `up`. */
  upstream: 'unknown' | 'up' | 'down';
  /** Why it is `down`: `upstream_unavailable`, `upstream_credentials`, `invalid_response` or `rate_limited`. */
  code: ProblemCode | null;
  /** When the last call ended. ISO 8601. */
  checked_at: string | null;
  /** Since when every call has failed. ISO 8601. */
  failing_since: string | null;
}

const ailments: ReadonlySet<ProblemCode> = new Set([
  'upstream_unavailable',
  'upstream_credentials',
  'invalid_response',
  'rate_limited',
]);

export class HealthRecord {
  #health: UpstreamHealth = { upstream: 'unknown', code: null, checked_at: null, failing_since: null };

  read(): UpstreamHealth {
    return { ...this.#health };
  }

  note(code: ProblemCode | null, at: number): void {
    const checked_at = new Date(at).toISOString();
    const isDown = code !== null && ailments.has(code);
    this.#health = {
      upstream: isDown ? 'down' : 'up',
      code: isDown ? code : null,
      checked_at,
      failing_since: isDown ? (this.#health.failing_since ?? checked_at) : null,
    };
  }
}
