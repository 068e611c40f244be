import { inWords, quote, type Answer } from './answer.js';
import { mask } from './caller.js';
import type { CheckRun } from './check-run.js';
import { Fault, Inapplicable, NoAnswer } from './fault.js';
import type { Finding, RuleResult } from './report.js';
import { needs, type Rule } from './rule.js';

type Verdict = Pick<RuleResult, 'outcome' | 'reason' | 'finding'>;

/** Holds the proxy against one rule. @throws NoAnswer when already the first question has none. */
export async function judge(rule: Rule, run: CheckRun): Promise<RuleResult> {
  const { id, title, level } = rule;
  const began = performance.now();
  const verdict = await decide(rule, run);
  return { id, title, level, ...verdict, milliseconds: Math.round(performance.now() - began) };
}

async function decide(rule: Rule, run: CheckRun): Promise<Verdict> {
  const reason = reasonToSkip(rule, run);
  if (reason !== undefined) return { outcome: 'skipped', reason };
  try {
    await rule.hold(run);
    return { outcome: 'passed' };
  } catch (error) {
    if (error instanceof Inapplicable) return { outcome: 'skipped', reason: error.message };
    run.unsettled.add(rule.id);
    return { outcome: 'failed', finding: findingOf(rule, run, error) };
  }
}

function reasonToSkip(
  { id, level, needs: needed = [], after = [] }: Rule,
  run: CheckRun,
): string | undefined {
  if (run.isStopped) return 'the check was stopped';
  if (level === 'full' && run.level === 'basic') return 'asked for at --level full';
  const missing = needed.find((need) => !run.has(need));
  if (missing !== undefined) return needs[missing];
  const cause = after.find((other) => run.unsettled.has(other));
  if (cause === undefined) return undefined;
  run.unsettled.add(id);
  return `cannot be told before ${cause} is right`;
}

function findingOf({ id }: Rule, run: CheckRun, error: unknown): Finding {
  if (error instanceof Fault) {
    run.blamed.add(error.answer);
    run.said.add(error.message);
    return masked(run, id, error.message, error.answer);
  }
  if (!(error instanceof NoAnswer) || run.answers.length === 0) throw error;
  const message = `no answer to judge (${error.message}): answer every request within the time-out`;
  return { rule: id, message: mask(message, run.secrets), request: error.request, got: 'nothing' };
}

function masked({ secrets }: CheckRun, rule: string, message: string, answer: Answer): Finding {
  return {
    rule,
    message: mask(message, secrets),
    request: inWords(answer.question),
    got: mask(rule === 'no-secrets' ? String(answer.status) : quote(answer), secrets),
  };
}
