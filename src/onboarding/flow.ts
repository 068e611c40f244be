import { created, hasten, notCreated, resumeCreating, send, startCreating } from './creating.js';
import { announceFailure } from './failure.js';
import {
  answered,
  ask,
  atRest,
  cancelled,
  heed,
  isAsker,
  isFollowing,
  notAnswered,
  startFollowing,
  still,
} from './following.js';
import { schedule } from './schedule.js';
import type { Failure, FlowEvent, FlowState, FollowingState, Step } from './state.js';

export const initialState: FlowState = { name: 'idle' };

/** A hint without an id is a POST that a reload interrupted; when it is older than this, nobody waits for it. */
const freshHint = 2 * 60_000;

/** The whole flow of one element: pure, and the only place where its state changes. */
export function transition(state: FlowState, event: FlowEvent): Step {
  switch (event.type) {
    case 'connect':
      return connect(state, event);
    case 'tab':
      return tabReported(state, event.opened);
    case 'opened':
      return state.name === 'blocked' ? still(toWaiting(state)) : still(state);
    case 'created':
      return state.name === 'creating' ? created(state, event.onboarding, event.at) : still(state);
    case 'not-created':
      return state.name === 'creating' ? notCreated(state, event.failure) : still(state);
    case 'answered':
      return isAsker(state) ? answered(state, event.onboarding, event.at, event.date) : still(state);
    case 'not-answered':
      return isAsker(state) ? notAnswered(state, event.failure, event.at) : still(state);
    case 'timer':
      return timer(state, event.at);
    case 'signal':
      return attend(state, event.signal, event.at);
    case 'refresh':
      return attend(state, 'attention', event.at);
    case 'cancel':
      return cancel(state);
    case 'deleted':
      return isFollowing(state) ? cancelled(state.following.id, 'user') : still(state);
    case 'not-deleted':
      return isFollowing(state) ? notDeleted(state, event.failure, event.at) : still(state);
    case 'reset':
      return { state: initialState, effects: event.forget ? [...atRest, { type: 'forget' }] : atRest };
    case 'remembered':
      return remembered(event);
    case 'given':
      return startFollowing(event.id, 'attribute', event.at);
    case 'integrated':
      return {
        state: { name: 'connected', integrationId: event.integrationId, onboarding: null },
        effects: [...atRest, { type: 'forget' }],
      };
    case 'misconfigured':
      return misconfigured({ code: 'misconfigured', message: event.message });
    case 'suspend':
      return suspend(state);
    case 'resume':
      return resume(state, event.at);
  }
}

/** The main action: start where there is nothing, open the page again where there is an onboarding. */
function connect(state: FlowState, event: Extract<FlowEvent, { type: 'connect' }>): Step {
  switch (state.name) {
    case 'creating':
    case 'opening':
    case 'connected':
      return still(state);
    case 'blocked':
    case 'waiting':
    case 'started':
      return { state, effects: [{ type: 'open-page', id: state.following.id }] };
    case 'failed':
      return isAsker(state) ? ask(state, event.at, 'signal') : startCreating(state, event);
    default:
      return startCreating(state, event);
  }
}

function tabReported(state: FlowState, opened: boolean): Step {
  if (state.name === 'creating') return still({ ...state, tab: opened ? 'open' : 'blocked' });
  if (opened && state.name === 'blocked') return still(toWaiting(state));
  if (!opened && (state.name === 'waiting' || state.name === 'blocked' || state.name === 'opening'))
    return still({ ...state, name: 'blocked', refused: true });
  return still(state);
}

function toWaiting({ onboarding, following }: FollowingState): FlowState {
  return { name: 'waiting', onboarding, following };
}

function timer(state: FlowState, at: number): Step {
  if (state.name === 'creating') return send(state, at);
  if (state.name === 'opening' && !state.following.askAgain) {
    const delay = schedule.firstInterval - schedule.opening;
    return { state: toWaiting(state), effects: [{ type: 'wait', delay, jitter: true }] };
  }
  return isAsker(state) ? ask(state, at, state.following.askAgain ? 'signal' : 'timer') : still(state);
}

function attend(state: FlowState, signal: 'returned' | 'attention', at: number): Step {
  if (state.name === 'creating') return hasten(state, at);
  if (!isAsker(state) || (isFollowing(state) && state.cancelling)) return still(state);
  return heed(state, signal, at);
}

function cancel(state: FlowState): Step {
  if (state.name === 'creating') return { state: initialState, effects: [...atRest, { type: 'forget' }] };
  if (!isFollowing(state) || state.cancelling) return still(state);
  const following = { ...state.following, asking: false };
  return {
    state: { ...state, following, cancelling: true },
    effects: [{ type: 'rest' }, { type: 'delete', id: following.id }],
  };
}

/** A refused deletion may mean that it is connected by now: ask, and let the answer decide. */
function notDeleted(state: FollowingState, failure: Failure, at: number): Step {
  if (failure.code === 'not_found') return cancelled(state.following.id, 'user');
  const { cancelling: _over, ...kept } = state;
  const trouble = failure.code === 'conflict' ? {} : { failure };
  const step = ask({ ...kept, following: { ...state.following, ...trouble } }, at, 'signal');
  const announced = announceFailure(failure, state.following.failure);
  return { state: step.state, effects: [...(trouble.failure ? announced : []), ...step.effects] };
}

function remembered(event: Extract<FlowEvent, { type: 'remembered' }>): Step {
  if (event.hint.id) return startFollowing(event.hint.id, 'memory', event.at);
  if (event.age < freshHint) return resumeCreating(event);
  return { state: initialState, effects: [{ type: 'forget' }] };
}

function misconfigured(failure: Failure): Step {
  return {
    state: { name: 'failed', failure },
    effects: [...atRest, ...announceFailure(failure, undefined)],
  };
}

/** The element has left the page: not a timer, request or blank tab stays behind, and the state is kept. */
function suspend(state: FlowState): Step {
  if (state.name === 'creating') return { state: { ...state, sending: false, tab: 'none' }, effects: atRest };
  if (!isAsker(state)) return { state, effects: atRest };
  const { cancelling: _dropped, ...kept } = state as FollowingState;
  return {
    state: { ...kept, following: { ...state.following, asking: false, askAgain: false } },
    effects: atRest,
  };
}

function resume(state: FlowState, at: number): Step {
  if (state.name === 'creating') return send(state, at);
  return isAsker(state) ? ask(state, at, 'signal') : still(state);
}
