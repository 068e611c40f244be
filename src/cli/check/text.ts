import type { Report, RuleResult } from './report.js';

const widest = 18;

/** The report for people: a line a rule that was asked for, a line a reason for those that were not. */
export function inText({ url, level, rules, passed, failed, skipped, leftBehind }: Report): string {
  return [
    `${url}, level ${level}`,
    ...rules.filter(({ outcome }) => outcome !== 'skipped').map(line),
    ...reasonsIn(rules).map((reason) => `- ${inWords(rules, reason)}: ${reason}`),
    ...leftBehind.map((id) => `! the onboarding ${id} was made here and could not be deleted: delete it`),
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
    '',
  ].join('\n');
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
