import type { Level } from './rule.js';

/** What is wrong, in one line, and the request and answer that show it. */
export interface Finding {
  readonly rule: string;
  /** What is wrong and what to change. */
  readonly message: string;
  /** Method and path. */
  readonly request: string;
  /** Status, media type and the beginning of the body. */
  readonly got: string;
}

export type Outcome = 'passed' | 'failed' | 'skipped';

export interface RuleResult {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly outcome: Outcome;
  /** Why it was skipped. */
  readonly reason?: string;
  readonly finding?: Finding;
  readonly milliseconds: number;
}

/** What `--json` prints; members may be added, none will change. */
export interface Report {
  readonly url: string;
  readonly level: Level;
  readonly write: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly rules: readonly RuleResult[];
  /** Ids of onboardings that the check made and could not delete. */
  readonly leftBehind: readonly string[];
}

export const isFine = ({ failed, leftBehind }: Report): boolean => failed === 0 && leftBehind.length === 0;
