import type { Onboarding } from '../contract/onboarding.js';
import { announceFailure, remedyForCreation } from './failure.js';
import { answered, atRest, follow, still } from './following.js';
import { retryDelay, schedule } from './schedule.js';
import type { CreatingState, Failure, FlowEvent, FlowState, FollowingState, Hint, Step } from './state.js';

type Connect = Extract<FlowEvent, { type: 'connect' }>;
type Remembered = Extract<FlowEvent, { type: 'remembered' }>;

/** The click. The tab is opened before the POST: after an awaited request no browser would allow it. */
export function startCreating(state: FlowState, { key: newKey, request, at }: Connect): Step {
  const key = (state.name === 'failed' && state.key) || newKey;
  return {
    state: {
      name: 'creating',
      key,
      request,
      tab: 'none',
      source: 'created',
      sending: true,
      sentAt: at,
      attempts: 1,
    },
    effects: [
      { type: 'rest' },
      { type: 'open-tab' },
      // Stored before the POST: a reload in between repeats it with the same key.
      { type: 'remember', hint: { key } },
      { type: 'create', key, request },
    ],
  };
}

/** After a reload between POST and answer: the same key gives the same onboarding. */
export function resumeCreating({ hint, request, at }: Remembered): Step {
  return {
    state: {
      name: 'creating',
      key: hint.key,
      request,
      tab: 'none',
      source: 'memory',
      sending: true,
      sentAt: at,
      attempts: 1,
    },
    effects: [{ type: 'create', key: hint.key, request }],
  };
}

export function send(state: CreatingState, at: number): Step {
  if (state.sending) return still(state);
  const gap = state.sentAt + schedule.shortestGap - at;
  if (gap > 0) return { state, effects: [{ type: 'wait', delay: gap }] };
  return {
    state: { ...state, sending: true, sentAt: at, attempts: state.attempts + 1 },
    effects: [{ type: 'create', key: state.key, request: state.request }],
  };
}

/** A signal hastens the next try, unless the server has said when it wants to be asked again. */
export const hasten = (state: CreatingState, at: number): Step =>
  state.failure?.retryAfter ? still(state) : send(state, at);

/** The onboarding exists: send the tab there, or show the link where there is no tab. */
export function created(state: CreatingState, onboarding: Onboarding, at: number): Step {
  const hint: Hint = { key: state.key, id: onboarding.id };
  const following = follow(onboarding.id, state.source);
  const hasTab = state.tab === 'open';
  const next: FollowingState = hasTab
    ? { name: 'opening', onboarding, following }
    : { name: 'blocked', onboarding, following, refused: state.tab === 'blocked' };
  const begun: Step['effects'] = [
    { type: 'remember', hint },
    { type: 'announce', name: 'onboarding-created', detail: { onboarding } },
  ];
  // The proxy may answer with the live one of this tenant, which a colleague has taken further already.
  if (onboarding.state !== 'created') {
    const { state: judged, effects } = answered(next, onboarding, at);
    return {
      state: judged,
      effects: [...begun, ...(hasTab && judged.name !== 'connected' ? steer(onboarding.id) : []), ...effects],
    };
  }
  return {
    state: next,
    effects: [
      ...begun,
      ...(hasTab ? steer(onboarding.id) : []),
      { type: 'wait', delay: hasTab ? schedule.opening : schedule.firstInterval, jitter: !hasTab },
    ],
  };
}

const steer = (id: string): Step['effects'] => [{ type: 'steer-tab', id }];

export function notCreated(state: CreatingState, failure: Failure): Step {
  const remedy = remedyForCreation(failure);
  const announced = announceFailure(failure, state.failure);
  if (remedy === 'none') return giveUp(state, failure);
  const delay = Math.max(failure.retryAfter ?? 0, retryDelay(state.attempts));
  return {
    state: { ...state, sending: false, tab: 'none', failure },
    effects: [
      { type: 'close-tab' },
      ...announced,
      ...(remedy === 'wait' ? [{ type: 'wait', delay, jitter: true } as const] : []),
    ],
  };
}

function giveUp(state: CreatingState, failure: Failure): Step {
  const effects: Step['effects'] = [...atRest, { type: 'forget' }];
  // Nobody clicked here: a key of an earlier page that is used up says only that there is nothing to go on with.
  const isUsedUp = failure.code === 'conflict' || failure.code === 'invalid_request';
  if (state.source === 'memory' && isUsedUp) return { state: { name: 'idle' }, effects };
  return {
    state: { name: 'failed', failure, ...(failure.code === 'invalid_response' && { key: state.key }) },
    effects: [...effects, ...announceFailure(failure, state.failure)],
  };
}
