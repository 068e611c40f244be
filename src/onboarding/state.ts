import type { Onboarding, OnboardingRequest } from '../contract/onboarding.js';
import type { ProblemCode } from '../contract/problem.js';
import type { Announcement } from './announcement.js';
import type { Evidence } from './evidence.js';
import type { Pace } from './schedule.js';

/** What a request met. `message` is for developers; people read the text of the `code`. */
export interface Failure {
  readonly code: ProblemCode;
  readonly message: string;
  /** The member of the request that is to blame. */
  readonly field?: string | null | undefined;
  /** Milliseconds, from the answer's `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /** The answer's `Date`, in milliseconds since 1970. */
  readonly date?: number | undefined;
}

/** How the element came to an onboarding: it made it, remembered it, or was given its id. */
export type Source = 'created' | 'memory' | 'attribute';

/** One onboarding that is being asked about: since when, what was said, and what comes next. */
export interface Following extends Pace, Evidence {
  readonly id: string;
  readonly source: Source;
  /** A question is under way. */
  readonly asking: boolean;
  /** A signal came while it was under way, or too soon after it: its answer may be older than what the signal tells. */
  readonly askAgain: boolean;
  /** What the last question met, until one is answered. */
  readonly failure?: Failure | undefined;
}

/** Before anything. */
export interface IdleState {
  readonly name: 'idle';
}

/** Looks idle, while a remembered or given onboarding is being looked up. */
export interface LookingUpState extends Following {
  readonly name: 'idle';
}

/** The POST is under way or waits to be tried again; the key makes a repetition harmless. */
export interface CreatingState {
  readonly name: 'creating';
  readonly key: string;
  readonly request: OnboardingRequest;
  readonly tab: 'open' | 'blocked' | 'none';
  readonly source: 'created' | 'memory';
  readonly sending: boolean;
  /** Nobody sends again before this time. */
  readonly notBefore: number;
  readonly attempts: number;
  readonly failure?: Failure | undefined;
}

export type LiveName = 'opening' | 'blocked' | 'waiting' | 'started';

/** There is an onboarding. `expired` and `incomplete` are asked about only on a signal: a late completion wins. */
export interface ShownState extends Following {
  readonly name: LiveName | 'expired' | 'incomplete';
  readonly onboarding: Onboarding;
  /** Only with `blocked`: the browser refused the tab, or (`false`) nobody asked it for one. */
  readonly refused?: boolean | undefined;
  /** The DELETE is under way. */
  readonly cancelling?: boolean | undefined;
  /** It was refused. */
  readonly notCancelled?: boolean | undefined;
}

/** `onboarding` is `null` where the host said so by `integration-id`. */
export interface ConnectedState {
  readonly name: 'connected';
  readonly integrationId: string;
  readonly onboarding: Onboarding | null;
}

export interface CancelledState {
  readonly name: 'cancelled';
  readonly reason: 'user' | 'deleted';
}

/** Nothing more happens by itself. With `key` a new try repeats a creation whose answer is not known. */
export interface FailedState {
  readonly name: 'failed';
  readonly failure: Failure;
  readonly key?: string | undefined;
}

/** As failed, but there is an onboarding to ask about again. */
export interface StuckState extends Following {
  readonly name: 'failed';
  readonly failure: Failure;
}

export type FlowState =
  | IdleState
  | LookingUpState
  | CreatingState
  | ShownState
  | ConnectedState
  | CancelledState
  | FailedState
  | StuckState;

export type StateName = FlowState['name'];

/** What the browser remembers: a hint where to ask, never an answer. */
export interface Hint {
  readonly key: string;
  readonly id?: string;
}

/** `at` is a monotonic time in milliseconds; only differences matter. */
export type FlowEvent = { readonly at: number } & (
  | { readonly type: 'connect'; readonly key: string; readonly request: OnboardingRequest }
  /** Whether a tab leads to the onboard page: opened by the element, or by the person with the link. */
  | { readonly type: 'tab'; readonly opened: boolean }
  | { readonly type: 'created'; readonly onboarding: Onboarding }
  | { readonly type: 'not-created'; readonly failure: Failure }
  | { readonly type: 'answered'; readonly onboarding: Onboarding; readonly date?: number | undefined }
  | { readonly type: 'not-answered'; readonly failure: Failure }
  /** An answer that somebody else on the page was given. */
  | { readonly type: 'heard'; readonly onboarding: Onboarding; readonly date?: number | undefined }
  /** Another tab asks instead, and what it is told is not known here. */
  | { readonly type: 'put-off' }
  | { readonly type: 'timer' }
  /** Ask now. `returned`: the return page says so. */
  | { readonly type: 'signal'; readonly returned: boolean }
  | { readonly type: 'refresh' }
  | { readonly type: 'cancel' }
  | { readonly type: 'deleted' }
  | { readonly type: 'not-deleted'; readonly failure: Failure }
  /** Back to the beginning; without `forget` the hint stays for another visit. */
  | { readonly type: 'reset'; readonly forget: boolean }
  | {
      readonly type: 'remembered';
      readonly hint: Hint;
      readonly age: number;
      readonly request: OnboardingRequest;
    }
  | { readonly type: 'given'; readonly id: string }
  | { readonly type: 'integrated'; readonly integrationId: string }
  | { readonly type: 'misconfigured'; readonly message: string }
  | { readonly type: 'suspend' }
  | { readonly type: 'resume' }
);

/** What is to be done, in this order; whoever runs effects decides nothing. */
export type Effect =
  /** Open a blank tab now, inside the click, and report `tab`. */
  | { readonly type: 'open-tab' }
  /** Send that tab to the onboard page. */
  | { readonly type: 'steer-tab'; readonly id: string }
  | { readonly type: 'close-tab' }
  /** Open the onboard page in a new tab and report `tab`. */
  | { readonly type: 'open-page'; readonly id: string }
  | { readonly type: 'create'; readonly key: string; readonly request: OnboardingRequest }
  /** Ask about it; the wait is over. `fresh`: not from the proxy's memory. */
  | { readonly type: 'read'; readonly id: string; readonly fresh: boolean }
  | { readonly type: 'delete'; readonly id: string }
  /** Send `timer` after this many milliseconds, more or less; replaces the wait before. */
  | { readonly type: 'wait'; readonly delay: number }
  /** Drop the wait and every request under way. */
  | { readonly type: 'rest' }
  | { readonly type: 'remember'; readonly hint: Hint }
  | { readonly type: 'forget' }
  | ({ readonly type: 'announce' } & Announcement);

export interface Step {
  readonly state: FlowState;
  readonly effects: readonly Effect[];
}

export const step = (state: FlowState, ...effects: readonly Effect[]): Step => ({ state, effects });
