import { created, notCreated, resumeCreating, send, startCreating } from './creating.js';
import { announceFailure, remedyFor } from './failure.js';
import {
  answered,
  ask,
  cancelled,
  heard,
  heed,
  isAsker,
  isShown,
  notAnswered,
  putOff,
  rest,
  restForGood,
  startFollowing,
  type Asker,
} from './following.js';
import { schedule } from './schedule.js';
import { step, type Failure, type FlowEvent, type FlowState, type ShownState, type Step } from './state.js';

export const initialState: FlowState = { name: 'idle' };

/** A hint without an id is a POST that a reload interrupted; when it is older than this, nobody waits for it. */
const freshHint = 2 * 60_000;

/** The whole flow of one element: pure, and the only place where its state changes. */
export function transition(state: FlowState, event: FlowEvent): Step {
  const { at } = event;
  // What makes sense in every state.
  switch (event.type) {
    case 'connect':
      return connect(state, event);
    case 'reset':
      return step(initialState, ...(event.forget ? restForGood : rest));
    case 'remembered':
      return remembered(event);
    case 'given':
      return startFollowing(event.id, 'attribute', at);
    case 'integrated':
      return step(
        { name: 'connected', integrationId: event.integrationId, onboarding: null },
        ...restForGood,
      );
    case 'misconfigured':
      return misconfigured({ code: 'misconfigured', message: event.message });
    case 'suspend':
      return suspend(state);
  }
  if (state.name === 'creating') return whileCreating(state, event);
  return isAsker(state) ? whileFollowing(state, event) : step(state);
}

function whileCreating(state: Extract<FlowState, { name: 'creating' }>, event: FlowEvent): Step {
  switch (event.type) {
    case 'tab':
      return step({ ...state, tab: event.opened ? 'open' : 'blocked' });
    case 'created':
      return created(state, event.onboarding, event.at);
    case 'not-created':
      return notCreated(state, event.failure, event.at);
    case 'timer':
    case 'resume':
    case 'signal':
    case 'refresh':
      return send(state, event.at);
    case 'cancel':
      return step(initialState, ...restForGood);
    default:
      return step(state);
  }
}

function whileFollowing(state: Asker, event: FlowEvent): Step {
  const { at } = event;
  switch (event.type) {
    case 'answered':
      return answered(state, event.onboarding, at, event.date);
    case 'not-answered':
      return notAnswered(state, event.failure, at);
    case 'heard':
      return isCancelling(state) ? step(state) : heard(state, event.onboarding, at, event.date);
    case 'put-off':
      return isCancelling(state) ? step(state) : putOff(state, at);
    case 'timer':
      return timer(state, at);
    case 'resume':
    case 'refresh':
      return isCancelling(state) ? step(state) : ask(state, at, true);
    case 'signal':
      return isCancelling(state) ? step(state) : heed(state, event.returned, at);
  }
  return isShown(state) ? whileShown(state, event) : step(state);
}

function whileShown(state: ShownState, event: FlowEvent): Step {
  switch (event.type) {
    case 'tab':
      return tabReported(state, event.opened);
    case 'cancel':
      return state.cancelling ? step(state) : startCancelling(state);
    case 'deleted':
      return cancelled(state.id, 'user');
    case 'not-deleted':
      return notDeleted(state, event.failure, event.at);
    default:
      return step(state);
  }
}

const isCancelling = (state: FlowState): boolean => isShown(state) && !!state.cancelling;

/** Whether the main action would make a new onboarding. */
export const canStart = (state: FlowState): boolean =>
  ['idle', 'cancelled', 'expired', 'incomplete'].includes(state.name) ||
  (state.name === 'failed' && !isAsker(state));

/** The main action: start where there is nothing, ask where it is stuck, open the page again where there is one. */
function connect(state: FlowState, event: Extract<FlowEvent, { type: 'connect' }>): Step {
  if (canStart(state)) return startCreating(state, event);
  if (!isAsker(state) || state.name === 'opening') return step(state);
  return state.name === 'failed'
    ? ask(state, event.at, true)
    : step(state, { type: 'open-page', id: state.id });
}

function tabReported(state: ShownState, opened: boolean): Step {
  const { name } = state;
  if (opened) return step(name === 'blocked' ? { ...state, name: 'waiting' } : state);
  const isOpenable = name === 'waiting' || name === 'blocked' || name === 'opening';
  return step(isOpenable ? { ...state, name: 'blocked', refused: name !== 'opening' } : state);
}

function timer(state: Asker, at: number): Step {
  const { name, askAgain } = state;
  if (name !== 'opening' || askAgain) return ask(state, at, askAgain);
  const delay = schedule.firstInterval - schedule.opening;
  return step({ ...state, name: 'waiting' }, { type: 'wait', delay });
}

const startCancelling = (state: ShownState): Step =>
  step(
    { ...state, asking: false, cancelling: true, notCancelled: false },
    { type: 'rest' },
    { type: 'delete', id: state.id },
  );

/**
 * A refused deletion may mean that it is connected by now: ask, and let the answer decide. Our proxy says so by
 * `conflict`; what Edlink itself refuses with behind a bare proxy is unknown.
 */
function notDeleted(state: ShownState, failure: Failure, at: number): Step {
  if (failure.code === 'not_found') return cancelled(state.id, 'user');
  const kept = { ...state, cancelling: false };
  if (remedyFor(failure) !== 'none') return notAnswered(kept, failure, at);
  const asked = ask({ ...kept, notCancelled: true }, at, true);
  const announced = failure.code === 'conflict' ? [] : announceFailure(failure, undefined);
  return step(asked.state, ...announced, ...asked.effects);
}

function remembered(event: Extract<FlowEvent, { type: 'remembered' }>): Step {
  const { hint, age, at } = event;
  if (hint.id) return startFollowing(hint.id, 'memory', at);
  return age < freshHint ? resumeCreating(event) : step(initialState, { type: 'forget' });
}

const misconfigured = (failure: Failure): Step =>
  step({ name: 'failed', failure }, ...rest, ...announceFailure(failure, undefined));

/** The element has left the page: not a timer, request or blank tab stays behind, and the state is kept. */
function suspend(state: FlowState): Step {
  if (state.name === 'creating') return step({ ...state, sending: false, tab: 'none' }, ...rest);
  return isAsker(state)
    ? step({ ...state, asking: false, askAgain: false, cancelling: false } as FlowState, ...rest)
    : step(state, ...rest);
}
