import { nothing } from './answers.js';
import { ProxyFailure, UpstreamFailure } from './failure.js';
import type { Exchange, Parts } from './parts.js';
import { findRecord, wasCompleted } from './read-onboarding.js';
import type { OnboardingRecord } from './store.js';
import type { Trace } from './trace.js';

/** `DELETE onboardings/{id}`: 204 also when it was gone already, 409 when it is completed. */
export async function deleteOnboarding(parts: Parts, exchange: Exchange, id: string): Promise<Response> {
  const { store, settings, reads } = parts;
  const record = await findRecord(parts, exchange.caller, id);
  if (wasCompleted(record)) throw tooLate();
  await deleteUpstream(parts, record, id, exchange.trace);
  if (record) await store.finish({ id: record.id, outcome: 'deleted', now: settings.now() });
  reads.forget(id);
  return nothing();
}

const tooLate = (): ProxyFailure =>
  new ProxyFailure('conflict', { detail: 'a completed onboarding cannot be deleted' });

async function deleteUpstream(
  { edlink, completion }: Parts,
  record: OnboardingRecord | null,
  id: string,
  trace: Trace,
): Promise<void> {
  try {
    await edlink.delete(id, trace);
  } catch (error) {
    if (!(error instanceof UpstreamFailure) || error.effect === 'unknown') throw error;
    if (error.code === 'not_found') return;
    // Status and code of the refusal to delete a completed one are unknown, so any refusal may mean that.
    const onboarding = await edlink.read(id, trace).catch(() => undefined);
    if (onboarding?.state !== 'completed') throw error;
    if (record) await completion.settle(record, onboarding).catch(() => undefined);
    throw tooLate();
  }
}
