import type { Onboarding } from '../contract/onboarding.js';
import { gapFor, isGone, isPastExpiration, judge, noEvidence, withAnswer, withMissing } from './evidence.js';
import { announceFailure, remedyFor } from './failure.js';
import { afterAnswer, isOnLadder, mayClimb, schedule, startPace, waitBeforeAsking } from './schedule.js';
import {
  step,
  type Effect,
  type Failure,
  type FlowState,
  type Following,
  type LookingUpState,
  type ShownState,
  type Source,
  type Step,
  type StuckState,
} from './state.js';

/** Every state that has somebody to ask about. */
export type Asker = LookingUpState | ShownState | StuckState;

export const isAsker = (state: FlowState): state is Asker => 'asking' in state;

/** The states in which an onboarding is on the screen. */
export const isShown = (state: FlowState): state is ShownState =>
  state.name !== 'failed' && 'asking' in state && 'onboarding' in state;

/** What leaves nothing behind: no wait, no request, no blank tab. */
export const rest: readonly Effect[] = [{ type: 'rest' }, { type: 'close-tab' }];
/** And nothing for another visit either. */
export const restForGood: readonly Effect[] = [...rest, { type: 'forget' }];

export const follow = (id: string, source: Source): Following => ({
  ...startPace,
  ...noEvidence,
  id,
  source,
  asking: false,
  askAgain: false,
});

/** Looks an onboarding up that this element did not make. */
export const startFollowing = (id: string, source: Source, at: number): Step =>
  ask({ name: 'idle', ...follow(id, source) }, at, true);

/** Asks now, or as soon as it is allowed. */
export function ask(state: Asker, at: number, signalled: boolean): Step {
  // A timer that the jitter made early waits for the rest of a `Retry-After`; the ladder's are meant to be this quick.
  const delay = signalled ? waitBeforeAsking(state, at) : state.notBefore - at;
  if (state.asking) return step({ ...state, askAgain: true });
  if (delay > 0) return step({ ...state, askAgain: signalled }, { type: 'wait', delay });
  // The net alone can live with an answer some seconds old; a signal, its ladder and open evidence cannot.
  const fresh = signalled || isOnLadder(state) || !!gapFor(state);
  return step(
    { ...state, asking: true, askAgain: false, askedAt: at, signalled, fresh, putOff: 0 },
    { type: 'read', id: state.id, fresh },
  );
}

/**
 * Right after a fresh question "look again" tells nothing new, unless something was wrong. The return page's message
 * climbs onto the ladder; a second one too soon is worth nothing.
 */
export function heed(state: Asker, isReturn: boolean, at: number): Step {
  const isBurst = state.fresh && at - state.askedAt < schedule.burst && !state.failure;
  if (!isReturn) return isBurst ? step(state) : ask(state, at, true);
  return mayClimb(state, at) ? ask({ ...state, rung: 0, ladderAt: at }, at, true) : step(state);
}

/** The wait for the next question: a signal that came meanwhile first, then open evidence, then the schedule. */
function waitOn(state: Asker, at: number, ...announced: Effect[]): Step {
  const { delay, ...pace } = state.askAgain
    ? { delay: waitBeforeAsking(state, at) }
    : { ...afterAnswer(state), ...gapFor(state) };
  return step({ ...state, ...pace, asking: false }, ...announced, {
    type: 'wait',
    delay: Math.max(delay, state.notBefore - at),
  });
}

/** After somebody else's question: ours is put off by one wait, and no wait gets longer. */
function postpone(state: Asker, at: number, ...announced: Effect[]): Step {
  const { askAgain, rung, interval, notBefore } = state;
  const own = askAgain ? waitBeforeAsking(state, at) : (schedule.ladder[rung - 1] ?? interval);
  const delay = Math.max(gapFor(state)?.delay ?? own, notBefore - at);
  return step(state, ...announced, { type: 'wait', delay });
}

/**
 * Another tab asks instead. It is no answer, but all tabs of a browser together keep the pace of one; only the net is
 * left to another, and only a few times in a row, because anybody can say that they ask.
 */
export function putOff(state: Asker, at: number): Step {
  const { name, asking, askAgain, failure, putOff } = state;
  const mustAsk = askAgain || isOnLadder(state) || !!gapFor(state) || putOff >= schedule.mostPutOff;
  const isAtRest = name === 'opening' || name === 'expired' || name === 'incomplete' || !!failure;
  return asking || !(mustAsk || isAtRest) ? waitOn({ ...state, putOff: putOff + 1 }, at) : step(state);
}

/** An answer of the proxy: the only thing that moves an onboarding on. */
export function answered(
  state: Asker,
  onboarding: Onboarding,
  at: number,
  date?: number,
  goOn: typeof waitOn = waitOn,
): Step {
  const evidence = withAnswer(state, onboarding, date);
  const known = { ...state, ...evidence, onboarding, asking: false, failure: undefined };
  const verdict = judge(onboarding, evidence);
  switch (verdict) {
    case 'connected':
      return connected(state, onboarding);
    case 'incomplete':
    case 'expired':
      return ended(state, { ...known, name: verdict }, at);
    case 'started':
      return goOn(
        { ...known, name: verdict },
        at,
        ...(state.name === verdict
          ? []
          : [{ type: 'announce', name: 'onboarding-started', detail: { onboarding } } as const]),
      );
    default:
      // A live state stays what it is, except that "opening" is over once somebody has answered.
      return goOn(
        { ...known, name: state.name === 'blocked' || state.name === 'started' ? state.name : 'waiting' },
        at,
      );
  }
}

/** What somebody else was told is as good. One who is asking has an answer of their own coming. */
export const heard = (state: Asker, onboarding: Onboarding, at: number, date?: number): Step =>
  state.asking ? step(state) : answered(state, onboarding, at, date, postpone);

function connected({ id, source }: Asker, onboarding: Onboarding): Step {
  const integrationId = onboarding.integration_id ?? '';
  return step({ name: 'connected', integrationId, onboarding }, ...restForGood, {
    type: 'announce',
    name: 'integration-connected',
    detail: { integration_id: integrationId, onboarding_id: id, onboarding, resumed: source !== 'created' },
  });
}

/** An end that a late completion may still overturn: no timer asks any more, but signals do. */
function ended(before: Asker, state: ShownState & { name: 'expired' | 'incomplete' }, at: number): Step {
  const { name, onboarding, askAgain } = state;
  const { state: next, effects } = askAgain ? waitOn(state, at) : step(state, { type: 'rest' });
  const announcement = { type: 'announce', name: `onboarding-${name}`, detail: { onboarding } } as const;
  return step(next, ...effects, ...(before.name === name ? [] : [announcement]));
}

/** No answer, or a refusal. The state stays where it is as long as there is hope. */
export function notAnswered(before: Asker, failure: Failure, at: number): Step {
  const notBefore = Math.max(before.notBefore, at + (failure.retryAfter ?? 0));
  const state = { ...before, asking: false, notBefore };
  if (failure.code === 'not_found') return missing(state, failure, at);
  const remedy = remedyFor(failure);
  const announced = announceFailure(failure, state.failure);
  const next = { ...state, failure, missing: 0 };
  if (remedy === 'none') return step({ ...next, name: 'failed' }, ...rest, ...announced);
  return remedy === 'wait' || state.askAgain ? waitOn(next, at, ...announced) : step(next, ...announced);
}

function missing(state: Asker, { date }: Failure, at: number): Step {
  const next = { ...state, ...withMissing(state, at) };
  if (!isGone(next, at)) return waitOn(next, at);
  // A remembered id may be somebody else's who was signed in before: nobody is told.
  if (next.source === 'memory' && !isShown(next)) return step({ name: 'idle' }, ...restForGood);
  if (isShown(next) && isPastExpiration(next.onboarding, date))
    return ended(state, { ...next, name: 'expired', askAgain: false }, at);
  return cancelled(next.id, 'deleted');
}

export const cancelled = (id: string, reason: 'user' | 'deleted'): Step =>
  step({ name: 'cancelled', reason }, ...restForGood, {
    type: 'announce',
    name: 'onboarding-cancelled',
    detail: { onboarding_id: id, reason },
  });
