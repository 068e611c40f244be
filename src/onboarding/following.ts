import type { Onboarding } from '../contract/onboarding.js';
import { gapFor, isGone, isPastExpiration, judge, noEvidence, withAnswer, withMissing } from './evidence.js';
import { announceFailure, remedyFor } from './failure.js';
import { afterAnswer, isOnLadder, startLadder, startPace, waitBeforeAsking } from './schedule.js';
import type { Cause } from './schedule.js';
import type {
  Effect,
  Failure,
  Following,
  FollowingState,
  FlowState,
  LiveName,
  Source,
  Step,
} from './state.js';

/** Every state that has somebody to ask about. */
export type Asker = Extract<FlowState, { following?: Following }> & { following: Following };

export const isAsker = (state: FlowState): state is Asker => 'following' in state && !!state.following;

/** The states in which an onboarding is on the screen: failures are not among them. */
export const isFollowing = (state: FlowState): state is FollowingState =>
  isAsker(state) && state.name !== 'idle' && state.name !== 'failed';

export const still = (state: FlowState): Step => ({ state, effects: [] });

/** What leaves nothing behind: no wait, no request, no blank tab. */
export const atRest: readonly Effect[] = [{ type: 'rest' }, { type: 'close-tab' }];

export const follow = (id: string, source: Source): Following => ({
  id,
  source,
  pace: startPace(),
  evidence: noEvidence,
  asking: false,
  askAgain: false,
});

/** Looks an onboarding up that this element did not make. */
export const startFollowing = (id: string, source: Source, at: number): Step =>
  ask({ name: 'idle', following: follow(id, source) }, at, 'signal');

const change = (state: Asker, changed: Partial<Following>): Asker => ({
  ...state,
  following: { ...state.following, ...changed },
});

/** Asks now, or as soon as it is allowed. */
export function ask(state: Asker, at: number, cause: Cause): Step {
  const { id, pace, asking, evidence } = state.following;
  if (asking) return still(change(state, { askAgain: true }));
  const delay = cause === 'signal' ? waitBeforeAsking(pace, at) : 0;
  if (delay > 0) return { state: change(state, { askAgain: true }), effects: [{ type: 'wait', delay }] };
  // The net alone can live with an answer some seconds old; a signal, its ladder and open evidence cannot.
  const fresh = cause === 'signal' || isOnLadder(pace) || gapFor(evidence) !== undefined;
  return {
    state: change(state, { asking: true, askAgain: false, pace: { ...pace, askedAt: at, cause } }),
    effects: [{ type: 'read', id, fresh }],
  };
}

/** A `returned` message is worth a ladder; within a minute of the last one it may be anybody's and is worth nothing. */
export function heed(state: Asker, signal: 'returned' | 'attention', at: number): Step {
  if (signal === 'attention') return ask(state, at, 'signal');
  const pace = startLadder(state.following.pace, at);
  return pace ? ask(change(state, { pace }), at, 'signal') : still(state);
}

/** The wait for the next question: a signal that came meanwhile first, then open evidence, then the schedule. */
export function waitOn(state: Asker, at: number, retryAfter = 0): Step {
  const { evidence, askAgain } = state.following;
  const pace = {
    ...state.following.pace,
    notBefore: Math.max(state.following.pace.notBefore, at + retryAfter),
  };
  if (askAgain)
    return { state: change(state, { pace }), effects: [{ type: 'wait', delay: waitBeforeAsking(pace, at) }] };
  const gap = gapFor(evidence);
  const next = gap === undefined ? afterAnswer(pace) : { pace, delay: gap, jitter: false };
  const delay = Math.max(next.delay, pace.notBefore - at);
  return {
    state: change(state, { pace: next.pace }),
    effects: [{ type: 'wait', delay, jitter: next.jitter }],
  };
}

/** An answer of the proxy: the only thing that moves an onboarding on. */
export function answered(state: Asker, onboarding: Onboarding, at: number, date?: number): Step {
  if (onboarding.id !== state.following.id) return still(state);
  const evidence = withAnswer(state.following.evidence, onboarding, date);
  const { failure: _solved, ...rest } = state.following;
  const following = { ...rest, evidence, asking: false };
  const verdict = judge(onboarding, evidence);
  if (verdict === 'connected') return connected(onboarding, following);
  if (verdict === 'incomplete' || verdict === 'expired')
    return ended(state, verdict, onboarding, following, at);

  const name = verdict === 'started' ? 'started' : liveName(state);
  const next: FollowingState = {
    ...(isFollowing(state) && name === state.name ? state : {}),
    name,
    onboarding,
    following,
  };
  const { state: waiting, effects } = waitOn(next, at);
  if (name === 'started' && state.name !== 'started')
    return {
      state: waiting,
      effects: [{ type: 'announce', name: 'onboarding-started', detail: { onboarding } }, ...effects],
    };
  return { state: waiting, effects };
}

/** A live state stays what it is, except that "opening" is over once somebody has answered. */
function liveName(state: Asker): LiveName {
  return state.name === 'blocked' || state.name === 'started' ? state.name : 'waiting';
}

function connected(onboarding: Onboarding, { id, source }: Following): Step {
  const integrationId = onboarding.integration_id ?? '';
  const detail = {
    integration_id: integrationId,
    onboarding_id: id,
    onboarding,
    resumed: source !== 'created',
  };
  return {
    state: { name: 'connected', integrationId, onboarding },
    effects: [...atRest, { type: 'forget' }, { type: 'announce', name: 'integration-connected', detail }],
  };
}

/** An end that a late completion may still overturn: no timer asks any more, but signals do. */
function ended(
  state: Asker,
  name: 'expired' | 'incomplete',
  onboarding: Onboarding,
  following: Following,
  at: number,
): Step {
  const next: FollowingState = { name, onboarding, following };
  const quiet: Step = following.askAgain ? waitOn(next, at) : { state: next, effects: [{ type: 'rest' }] };
  if (state.name === name) return quiet;
  const announcement = { type: 'announce', name: `onboarding-${name}`, detail: { onboarding } } as const;
  return { state: quiet.state, effects: [...quiet.effects, announcement] };
}

/** No answer, or a refusal. The state stays where it is as long as there is hope. */
export function notAnswered(state: Asker, failure: Failure, at: number): Step {
  if (failure.code === 'not_found') return missing(state, failure, at);
  const remedy = remedyFor(failure);
  const announced = announceFailure(failure, state.following.failure);
  const evidence = { ...state.following.evidence, missing: 0 };
  const next = change(state, { asking: false, failure, evidence });
  if (remedy === 'none') {
    const onboarding = isFollowing(state) ? { onboarding: state.onboarding } : {};
    return {
      state: { name: 'failed', failure, following: next.following, ...onboarding },
      effects: [...atRest, ...announced],
    };
  }
  const { state: waiting, effects } =
    remedy === 'wait' || next.following.askAgain ? waitOn(next, at, failure.retryAfter) : still(next);
  return { state: waiting, effects: [...announced, ...effects] };
}

function missing(state: Asker, failure: Failure, at: number): Step {
  const evidence = withMissing(state.following.evidence, at);
  const next = change(state, { asking: false, evidence });
  if (!isGone(evidence, at)) return waitOn(next, at);
  // A remembered id may be somebody else's who was signed in before: nobody is told.
  if (state.following.source === 'memory' && !isFollowing(state))
    return { state: { name: 'idle' }, effects: [...atRest, { type: 'forget' }] };
  if (isFollowing(next) && isPastExpiration(next.onboarding, failure.date))
    return ended(state, 'expired', next.onboarding, { ...next.following, askAgain: false }, at);
  return cancelled(state.following.id, 'deleted');
}

export function cancelled(id: string, reason: 'user' | 'deleted'): Step {
  const detail = { onboarding_id: id, reason };
  return {
    state: { name: 'cancelled', reason },
    effects: [...atRest, { type: 'forget' }, { type: 'announce', name: 'onboarding-cancelled', detail }],
  };
}
