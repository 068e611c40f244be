import type { Onboarding } from '../contract/onboarding.js';
import { announceFailure, remedyForCreation } from './failure.js';
import { answered, follow, restForGood } from './following.js';
import { retryDelay, schedule } from './schedule.js';
import {
  step,
  type CreatingState,
  type Effect,
  type Failure,
  type FlowEvent,
  type FlowState,
  type ShownState,
  type Step,
} from './state.js';

type Beginning = Pick<CreatingState, 'key' | 'request' | 'source'>;

const create = ({ key, request }: Beginning): Effect => ({ type: 'create', key, request });

const begin = (beginning: Beginning, at: number, ...before: Effect[]): Step =>
  step(
    {
      name: 'creating',
      ...beginning,
      tab: 'none',
      sending: true,
      notBefore: at + schedule.shortestGap,
      attempts: 1,
    },
    ...before,
    create(beginning),
  );

/** The click. The tab is opened before the POST: after an awaited request no browser would allow it. */
export function startCreating(state: FlowState, event: Extract<FlowEvent, { type: 'connect' }>): Step {
  const key = (state.name === 'failed' && 'key' in state && state.key) || event.key;
  return begin(
    { key, request: event.request, source: 'created' },
    event.at,
    { type: 'rest' },
    { type: 'open-tab' },
    // Stored before the POST: a reload in between repeats it with the same key.
    { type: 'remember', hint: { key } },
  );
}

/** After a reload between POST and answer: the same key gives the same onboarding. */
export const resumeCreating = ({ hint, request, at }: Extract<FlowEvent, { type: 'remembered' }>): Step =>
  begin({ key: hint.key, request, source: 'memory' }, at);

/** Tries again: a signal hastens it, but not before the time that the server has said. */
export function send(state: CreatingState, at: number): Step {
  if (state.sending) return step(state);
  const delay = state.notBefore - at;
  if (delay > 0) return step(state, { type: 'wait', delay });
  return step(
    { ...state, sending: true, notBefore: at + schedule.shortestGap, attempts: state.attempts + 1 },
    create(state),
  );
}

/** The onboarding exists: send the tab there, or show the link where there is no tab. */
export function created({ key, source, tab }: CreatingState, onboarding: Onboarding, at: number): Step {
  const { id } = onboarding;
  const hasTab = tab === 'open';
  const next: ShownState = {
    ...follow(id, source),
    name: hasTab ? 'opening' : 'blocked',
    onboarding,
    refused: tab === 'blocked',
  };
  const steered: Effect[] = hasTab ? [{ type: 'steer-tab', id }] : [];
  const { state, effects } =
    onboarding.state === 'created'
      ? step(next, ...steered, { type: 'wait', delay: hasTab ? schedule.opening : schedule.firstInterval })
      : // The live one of this tenant, which a colleague has taken further already.
        fartherOn(answered(next, onboarding, at), steered);
  return step(
    state,
    { type: 'remember', hint: { key, id } },
    { type: 'announce', name: 'onboarding-created', detail: { onboarding } },
    ...effects,
  );
}

const fartherOn = ({ state, effects }: Step, steered: Effect[]): Step =>
  step(state, ...(state.name === 'connected' ? [] : steered), ...effects);

export function notCreated(state: CreatingState, failure: Failure, at: number): Step {
  const remedy = remedyForCreation(failure);
  const announced = announceFailure(failure, state.failure);
  if (remedy === 'none') return giveUp(state, failure, announced);
  const notBefore = Math.max(state.notBefore, at + (failure.retryAfter ?? 0));
  const delay = Math.max(notBefore - at, retryDelay(state.attempts));
  return step(
    { ...state, sending: false, tab: 'none', notBefore, failure },
    { type: 'close-tab' },
    ...announced,
    ...(remedy === 'wait' ? [{ type: 'wait', delay } as const] : []),
  );
}

function giveUp({ key, source }: CreatingState, failure: Failure, announced: Effect[]): Step {
  const { code } = failure;
  // Nobody clicked here: a key of an earlier page that is used up says only that there is nothing to go on with.
  if (source === 'memory' && (code === 'conflict' || code === 'invalid_request'))
    return step({ name: 'idle' }, ...restForGood);
  const isUnsure = code === 'invalid_response';
  return step({ name: 'failed', failure, key: isUnsure ? key : undefined }, ...restForGood, ...announced);
}
