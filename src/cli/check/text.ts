import type { Report, RuleResult } from './report.js';

const widest = 18;

/** The report for people: a line a rule that was asked for, a line a reason for those that were not. */
export function inText(report: Report): string {
  const { url, level, rules, passed, failed, skipped, leftBehind } = report;
  return [
    `${url}, level ${level}`,
    ...rules.filter(({ outcome }) => outcome !== 'skipped').map(line),
    ...reasonsIn(rules).map((reason) => `- ${inWords(rules, reason)}: ${reason}`),
    ...leftBehind.map((id) => `! the onboarding ${id} was made here and could not be deleted: delete it`),
    ...warnings(report),
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
    '',
  ].join('\n');
}

/** A check that is silent about what it could not see would be taken for approval. */
function warnings({ level, rules }: Report): string[] {
  const outcomeOf = (rule: string) => rules.find(({ id }) => id === rule)?.outcome;
  const isUntold = outcomeOf('signed-in') === 'passed' && outcomeOf('foreign-read') === 'skipped';
  if (level !== 'full' || !isUntold) return [];
  return ['! tenants were not told apart: give --other-cookie (or --other-header), and --write'];
}

function line({ id, title, finding }: RuleResult): string {
  const name = id.padEnd(widest);
  if (finding) return `✗ ${name}${finding.message} [${finding.request} → ${finding.got}]`;
  return `✓ ${name}${title.replaceAll('`', '')}`;
}

const reasonsIn = (rules: readonly RuleResult[]): string[] => [
  ...new Set(rules.flatMap(({ reason }) => reason ?? [])),
];

const inWords = (rules: readonly RuleResult[], reason: string): string =>
  rules
    .filter((rule) => rule.reason === reason)
    .map(({ id }) => id)
    .join(', ');
