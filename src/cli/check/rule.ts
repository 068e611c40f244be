import type { CheckRun } from './check-run.js';

/** `basic` is what `<connect-district>` needs; `full` is what the reference proxy promises. */
export const levels = ['basic', 'full'] as const;

export type Level = (typeof levels)[number];

/** What only some calls of the command allow, and what to give for it. */
export const needs = {
  write: 'creates and deletes: give --write',
  other: 'a second caller of another tenant: give --other-cookie or --other-header',
  completed: "a completed onboarding of the first caller's: give --completed ID",
} as const;

export type Need = keyof typeof needs;

/** One thing that a good proxy does. */
export interface Rule {
  readonly id: string;
  /** The lowest level that asks for it; at `basic` it may be content with less. */
  readonly level: Level;
  /** A sentence that is true of a good proxy. */
  readonly title: string;
  readonly needs?: readonly Need[];
  /** Rules without whose success this one could only repeat what they said. */
  readonly after?: readonly string[];
  /** @throws Fault when the proxy breaks the rule, Inapplicable when nobody can tell. */
  readonly hold: (run: CheckRun) => Promise<void> | void;
}
