import fc from 'fast-check';
import type { Onboarding } from '../../src/contract/onboarding.js';
import { problemCodes } from '../../src/contract/problem.js';
import type { Failure } from '../../src/onboarding/state.js';
import { integrationId } from '../contract/samples.js';
import type { Happening, Run } from './run.js';

/** What a server may say to whatever was asked; what is not meant for the question is not used. */
export interface Reply {
  readonly ok: boolean;
  readonly changes: Partial<Onboarding>;
  readonly date: number | undefined;
  readonly failure: Failure;
}

export type Move =
  | { readonly move: 'pass'; readonly time: number }
  | { readonly move: 'event'; readonly event: Happening }
  | { readonly move: 'reply'; readonly reply: Reply }
  /** Somebody else on the page is told something. */
  | { readonly move: 'hear'; readonly reply: Reply }
  | { readonly move: 'tabs'; readonly open: boolean };

const key = fc.integer({ min: 0, max: 0xffff }).map((n) => `key-of-sixteen-${n}`);

const event: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: key.map((key) => ({ type: 'connect', key, request: {} }) as const) },
  { weight: 4, arbitrary: fc.boolean().map((returned) => ({ type: 'signal', returned }) as const) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...(['refresh', 'resume', 'suspend', 'cancel', 'put-off'] as const).map((type) => ({ type })),
    ),
  },
  { weight: 1, arbitrary: fc.boolean().map((forget) => ({ type: 'reset', forget }) as const) },
);

const expires = Date.parse('2026-09-04T08:00:00.000Z');

const reply: fc.Arbitrary<Reply> = fc.record({
  ok: fc.boolean(),
  changes: fc.record({
    state: fc.constantFrom('created', 'started', 'completed', 'connected', 'expired', 'verifying'),
    integration_id: fc.constantFrom(null, integrationId),
  }),
  date: fc.constantFrom(undefined, expires - 1000, expires, expires + 1000),
  failure: fc.record({
    code: fc.oneof(fc.constant('not_found' as const), fc.constantFrom(...problemCodes)),
    message: fc.constant('no'),
    retryAfter: fc.constantFrom(undefined, undefined, 0, 5000, 600_000),
    date: fc.constantFrom(undefined, expires + 1000),
  }),
});

export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(0, 1, 100, 600, 1000, 1500, 5000, 20_000, 1_000_000)
        .map((time) => ({ move: 'pass', time }) as const),
    },
    { weight: 4, arbitrary: event.map((event) => ({ move: 'event', event }) as const) },
    { weight: 6, arbitrary: reply.map((reply) => ({ move: 'reply', reply }) as const) },
    { weight: 2, arbitrary: reply.map((reply) => ({ move: 'hear', reply }) as const) },
    { weight: 1, arbitrary: fc.boolean().map((open) => ({ move: 'tabs', open }) as const) },
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** The event that a reply makes of the first question that is open. */
export function eventOf(run: Run, { ok, changes, date, failure }: Reply, onboarding: Onboarding) {
  const answer = { ...onboarding, ...changes };
  if (run.pending.has('create'))
    return ok
      ? ({ type: 'created', onboarding: answer } as const)
      : ({ type: 'not-created', failure } as const);
  if (run.pending.has('delete'))
    return ok ? ({ type: 'deleted' } as const) : ({ type: 'not-deleted', failure } as const);
  if (!run.pending.has('read')) return undefined;
  return ok
    ? ({ type: 'answered', onboarding: answer, date } as const)
    : ({ type: 'not-answered', failure } as const);
}
