import assert from 'node:assert/strict';
import type { Simulator } from '../../../src/simulator/index.js';
import type { Answer, CallOptions } from '../../proxy/calling.js';
import type { Mount } from '../mount.js';

export interface Stage {
  mount: Mount;
  simulator: Simulator;
  url: string;
  callAt: (method: string, path: string, options: CallOptions) => Promise<Answer>;
  /** `path` is below `/edlink/`. */
  call: Stage['callAt'];
}

export type Stories = Record<string, (stage: Stage) => Promise<void>>;

/** Each story has a district of its own, so that none finds what another has left. */
export const newDistrict = (): string => `district${crypto.randomUUID().slice(0, 8)}`;

export async function create({ call }: Stage, options: CallOptions): Promise<string> {
  const { status, text, onboarding } = await call('POST', 'onboardings', { body: {}, ...options });
  assert.equal(status, 201, text);
  return onboarding.id;
}

export async function assertNothingUpstream({ simulator }: Stage, work: () => Promise<void>): Promise<void> {
  const before = simulator.requests.log.length;
  await work();
  assert.deepEqual(simulator.requests.log.slice(before), []);
}

export function assertProblem({ status, problem, headers }: Answer, expected: [number, string]): void {
  assert.deepEqual([status, problem.code], expected);
  assert.equal(headers['content-type'], 'application/problem+json');
  assert.equal(headers['cache-control'], 'no-store');
}
