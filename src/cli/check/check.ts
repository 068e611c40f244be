import type { Caller } from './caller.js';
import { CheckRun } from './check-run.js';
import { judge } from './judge.js';
import type { Outcome, Report, RuleResult } from './report.js';
import type { Level } from './rule.js';
import { rules } from './rules/index.js';

export interface CheckOptions {
  /** The proxy's, as in the attribute `proxy`. */
  readonly url: URL;
  readonly level: Level;
  /** Whether onboardings may be made and deleted. */
  readonly write: boolean;
  readonly caller: Caller;
  /** Somebody of another tenant. */
  readonly other?: Caller | undefined;
  /** The id of a completed onboarding of the caller's. */
  readonly completed?: string | undefined;
  /** A body of `POST onboardings` that the host takes. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Milliseconds for one answer. */
  readonly timeout: number;
  /** Ends the check early; what was made is deleted all the same. */
  readonly signal?: AbortSignal | undefined;
  readonly fetch: typeof globalThis.fetch;
}

/** Holds a token proxy against the contract. @throws NoAnswer when there is nobody to check. */
export async function check(options: CheckOptions): Promise<Report> {
  const run = new CheckRun(options);
  const results: RuleResult[] = [];
  try {
    for (const rule of rules) results.push(await judge(rule, run));
  } finally {
    await run.cleanUp();
  }
  const { url, level, write } = options;
  const count = (outcome: Outcome): number => results.filter((result) => result.outcome === outcome).length;
  return {
    url: url.href,
    level,
    write,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    rules: results,
    leftBehind: run.leftBehind,
  };
}
