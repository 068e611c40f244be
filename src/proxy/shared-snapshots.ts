import * as v from 'valibot';
import { onboardingSchema, type Onboarding } from '../contract/onboarding.js';
import { refusalCodes } from '../contract/refusals.js';
import { ProxyFailure, UpstreamFailure } from './failure.js';
import { interval, type Taken } from './snapshots.js';
import type { SharedMemory } from './store.js';
import type { Trace } from './trace.js';

const name = 'snapshot';
const turn = 'snapshot-turn';

/** Milliseconds between two looks at whether somebody else's poll has come back. */
const lookEvery = 100;

const textSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.union([
    v.object({ onboardings: v.array(onboardingSchema) }),
    v.object({
      failure: v.object({ code: v.picklist(refusalCodes), retryAfter: v.optional(v.number()) }),
    }),
  ]),
);

export interface Sharing {
  shared: SharedMemory;
  take: (trace: Trace) => Promise<Taken>;
  randomUuid: () => string;
  /** Milliseconds after which whoever has the turn is taken for dead. */
  longestTurn: number;
  /** Milliseconds that the others wait for whoever has it; then they read singly. */
  longestWait: number;
}

/** One list poll among all processes: whoever has the turn asks, the others wait for what comes of it. */
export async function takeShared(sharing: Sharing, trace: Trace): Promise<Taken> {
  const { shared, randomUuid, longestTurn, longestWait } = sharing;
  const holder = randomUuid();
  for (let waited = 0; waited < longestWait; waited += lookEvery) {
    const found = await find(shared);
    if (found) return found;
    if (await shared.take(turn, holder, longestTurn)) return inTurn(sharing, holder, trace);
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
  throw new ProxyFailure('upstream_unavailable', { status: 503, retryAfter: 1 });
}

async function inTurn({ shared, take }: Sharing, holder: string, trace: Trace): Promise<Taken> {
  try {
    // Somebody may have finished between the look and the turn.
    return (await find(shared)) ?? (await publish(shared, () => take(trace)));
  } finally {
    await shared.drop(turn, holder);
  }
}

async function publish(shared: SharedMemory, take: () => Promise<Taken>): Promise<Taken> {
  try {
    const taken = await take();
    const onboardings = [...taken.snapshot.values()];
    await shared.put(name, JSON.stringify({ onboardings }), taken.lifetime);
    return taken;
  } catch (error) {
    if (error instanceof UpstreamFailure) {
      const { code, notes } = error;
      const failure = { code, retryAfter: notes.retryAfter };
      await shared.put(name, JSON.stringify({ failure }), interval);
    }
    throw error;
  }
}

async function find(shared: SharedMemory): Promise<Taken | undefined> {
  const entry = await shared.get(name);
  // Another version of this package may have written it.
  const read = entry && v.safeParse(textSchema, entry.text);
  if (!read?.success) return undefined;
  if ('failure' in read.output) {
    const { code, retryAfter } = read.output.failure;
    throw new ProxyFailure(code, retryAfter === undefined ? {} : { retryAfter });
  }
  const snapshot = new Map(read.output.onboardings.map((one): [string, Onboarding] => [one.id, one]));
  return { snapshot, lifetime: entry?.lifetime ?? 0 };
}
