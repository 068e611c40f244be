import type { Onboarding, OnboardingRequest } from '../contract/onboarding.js';
import type { ProblemCode } from '../contract/problem.js';
import type { Announcement } from './announcement.js';
import type { Evidence } from './evidence.js';
import type { Pace } from './schedule.js';

/** What a request met. `message` is for developers; people read the text of the `code`. */
export interface Failure {
  readonly code: ProblemCode;
  readonly message: string;
  /** Milliseconds, from the answer's `Retry-After`. */
  readonly retryAfter?: number;
  /** The answer's `Date`, in milliseconds since 1970. */
  readonly date?: number;
}

/** How the element came to an onboarding: it made it, remembered it, or was given its id. */
export type Source = 'created' | 'memory' | 'attribute';

/** One onboarding that is being asked about. */
export interface Following {
  readonly id: string;
  readonly source: Source;
  readonly pace: Pace;
  readonly evidence: Evidence;
  /** A question is under way. */
  readonly asking: boolean;
  /** A signal came while it was under way: its answer may be older than what the signal tells of. */
  readonly askAgain: boolean;
  /** What the last question met, until one is answered. */
  readonly failure?: Failure;
}

/** Before anything; with `following` a remembered or given onboarding is being looked up. */
export interface IdleState {
  readonly name: 'idle';
  readonly following?: Following;
}

/** The POST is under way or waits to be tried again; the key makes a repetition harmless. */
export interface CreatingState {
  readonly name: 'creating';
  readonly key: string;
  readonly request: OnboardingRequest;
  readonly tab: 'open' | 'blocked' | 'none';
  readonly source: 'created' | 'memory';
  readonly sending: boolean;
  readonly sentAt: number;
  readonly attempts: number;
  readonly failure?: Failure;
}

export type LiveName = 'opening' | 'blocked' | 'waiting' | 'started';

/** There is an onboarding. `expired` and `incomplete` are asked about only on a signal: a late completion wins. */
export interface FollowingState {
  readonly name: LiveName | 'expired' | 'incomplete';
  readonly onboarding: Onboarding;
  readonly following: Following;
  /** The browser refused the tab, or nobody asked it for one (after a reload or a retry). Only with `blocked`. */
  readonly refused?: boolean;
  /** The DELETE is under way. */
  readonly cancelling?: boolean;
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
  readonly key?: string;
  readonly onboarding?: Onboarding;
  readonly following?: Following;
}

export type FlowState =
  IdleState | CreatingState | FollowingState | ConnectedState | CancelledState | FailedState;

export type StateName = FlowState['name'];

/** What the browser remembers: a hint where to ask, never an answer. */
export interface Hint {
  readonly key: string;
  readonly id?: string;
}

/** `at` is a monotonic time in milliseconds; only differences matter. */
export type FlowEvent = { readonly at: number } & (
  | { readonly type: 'connect'; readonly key: string; readonly request: OnboardingRequest }
  | { readonly type: 'tab'; readonly opened: boolean }
  | { readonly type: 'created'; readonly onboarding: Onboarding }
  | { readonly type: 'not-created'; readonly failure: Failure }
  | { readonly type: 'answered'; readonly onboarding: Onboarding; readonly date?: number }
  | { readonly type: 'not-answered'; readonly failure: Failure }
  | { readonly type: 'timer' }
  | { readonly type: 'signal'; readonly signal: 'returned' | 'attention' }
  | { readonly type: 'refresh' }
  | { readonly type: 'opened' }
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
  /** Send `timer` after this many milliseconds; replaces the wait before. */
  | { readonly type: 'wait'; readonly delay: number; readonly jitter?: boolean }
  /** Drop the wait and every request under way. */
  | { readonly type: 'rest' }
  | { readonly type: 'remember'; readonly hint: Hint }
  | { readonly type: 'forget' }
  | ({ readonly type: 'announce' } & Announcement);

export interface Step {
  readonly state: FlowState;
  readonly effects: readonly Effect[];
}
