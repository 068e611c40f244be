import type { Onboarding } from '../contract/onboarding.js';
import type { RequestedOnboarding } from './allowed-fields.js';
import { idempotencyHeader } from '../contract/routes.js';
import { invalid, ProxyFailure } from './failure.js';
import { fateOf } from './fate.js';
import { leaseDuration, makeUpstream } from './making.js';
import type { Parts } from './parts.js';
import { ifThere } from './reads.js';
import type { ClaimResult, OnboardingRecord } from './store.js';
import type { Trace } from './trace.js';

/** A checked `POST onboardings`. */
export interface Wish {
  tenant: string;
  actor: string;
  key: string;
  fingerprint: string;
  fields: RequestedOnboarding;
}

export interface Obtained {
  isNew: boolean;
  record: OnboardingRecord;
  onboarding: Onboarding;
}

/** While another process creates the same one: this often, with this many milliseconds between. */
const turns = 40;
const turnLength = 60;

/** Milliseconds for which a 404 is a lagging replica's: as long as the element needs to believe one. */
const youth = 10_000;

const keyHasEnded = (): ProxyFailure =>
  new ProxyFailure('conflict', { field: idempotencyHeader, detail: 'the onboarding of this key has ended' });

/** The one onboarding that this key stands for: claimed before anything is sent, so that a crash cannot make two. */
export async function obtain(parts: Parts, wish: Wish, trace: Trace): Promise<Obtained> {
  let instead: string | undefined;
  for (let turn = 0; turn < turns; turn++) {
    const result = await claim(parts, wish, instead);
    if (result.kind === 'busy') {
      await new Promise((resolve) => setTimeout(resolve, turnLength));
      continue;
    }
    const obtained = await follow(parts, wish, result, trace);
    if (obtained) return joined(parts, wish, obtained);
    if (result.kind === 'live') instead = result.record.id;
  }
  throw new ProxyFailure('upstream_unavailable', { status: 503, retryAfter: 1 });
}

function claim({ store, settings }: Parts, wish: Wish, instead: string | undefined): Promise<ClaimResult> {
  const now = settings.now();
  return store.claim({
    tenant: wish.tenant,
    actor: wish.actor,
    key: wish.key,
    fingerprint: wish.fingerprint,
    application_id: wish.fields.application_id,
    provider_id: wish.fields.provider_id ?? null,
    expiresAt: wish.fields.expiresAt ?? now + settings.expiresIn,
    newId: settings.randomUuid(),
    lease: { holder: settings.randomUuid(), until: now + leaseDuration(settings) },
    now,
    ...(instead !== undefined && { instead }),
  });
}

/** `undefined`: the live one is of no use, so claim again. */
async function follow(
  parts: Parts,
  wish: Wish,
  result: Exclude<ClaimResult, { kind: 'busy' }>,
  trace: Trace,
): Promise<Obtained | undefined> {
  switch (result.kind) {
    case 'other_body':
      throw invalid(idempotencyHeader, 'this key was used with another body');
    case 'ended':
      throw keyHasEnded();
    case 'new':
    case 'resumed':
      return makeUpstream(parts, {
        wish,
        record: result.record,
        isResumed: result.kind === 'resumed',
        trace,
      });
    case 'same': {
      const onboarding = await readUsable(parts, result.record, false, trace);
      if (!onboarding) throw keyHasEnded();
      return { isNew: false, record: result.record, onboarding };
    }
    case 'live': {
      const onboarding = await readUsable(parts, result.record, true, trace);
      // Finished without an integration: whoever clicks again wants to start again.
      if (!onboarding || (onboarding.state === 'completed' && onboarding.integration_id === null))
        return undefined;
      return { isNew: false, record: result.record, onboarding };
    }
  }
}

/**
 * Reads a bound onboarding; `undefined` when no browser can use it any more. Its record stays pending all the same: how
 * it has ended is for the sweep to find out.
 */
async function readUsable(
  { reads, settings }: Parts,
  record: OnboardingRecord,
  fresh: boolean,
  trace: Trace,
): Promise<Onboarding | undefined> {
  const id = record.onboarding_id as string;
  const found = await ifThere(reads.read(id, { fresh, trace }));
  const now = settings.now();
  const isYoung = now - record.createdAt < youth;
  const onboarding = found ?? (isYoung ? reads.recall(id) : undefined);
  // Another process may have made it, so its answer is not known here.
  if (isYoung && !onboarding) throw new ProxyFailure('upstream_unavailable', { status: 503, retryAfter: 2 });
  return fateOf(record, onboarding, now) === 'usable' ? onboarding : undefined;
}

/** From its answer on, a key stands for the onboarding it was answered with, although another key began it. */
async function joined({ store }: Parts, wish: Wish, obtained: Obtained): Promise<Obtained> {
  const { id, key } = obtained.record;
  if (key !== wish.key) {
    await store.join({ tenant: wish.tenant, key: wish.key, fingerprint: wish.fingerprint, id });
  }
  return obtained;
}
