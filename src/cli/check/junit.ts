import type { Report, RuleResult } from './report.js';

/** The report as continuous integration reads it: a test case a rule. */
export function inJunit({ url, level, rules, failed, skipped, leftBehind }: Report): string {
  const attributes = {
    name: `connect-district check ${url} (${level})`,
    tests: rules.length + leftBehind.length,
    failures: failed + leftBehind.length,
    skipped,
    time: seconds(rules.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
  };
  const cases = [...rules.map(testCase), ...leftBehind.map(leftOver)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuite', attributes, `\n${cases.join('\n')}\n`)}\n`;
}

function testCase({ id, title, milliseconds, outcome, reason = '', finding }: RuleResult): string {
  const attributes = { classname: 'connect-district', name: `${id}: ${title}`, time: seconds(milliseconds) };
  if (outcome === 'skipped') return element('testcase', attributes, element('skipped', { message: reason }));
  if (!finding) return element('testcase', attributes);
  const { message, request, got } = finding;
  return element('testcase', attributes, element('failure', { message }, escape(`${request} → ${got}`)));
}

const leftOver = (id: string): string =>
  element(
    'testcase',
    { classname: 'connect-district', name: `clean up ${id}`, time: seconds(0) },
    element('failure', { message: `the onboarding ${id} was made here and could not be deleted: delete it` }),
  );

function element(name: string, attributes: Record<string, string | number>, content = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  return `<${name}${list.join('')}>${content}</${name}>`;
}

/** Control characters cannot stand in XML 1.0 at all, not even escaped; nor can half of a surrogate pair. */
const escape = (text: string): string =>
  text
    .replace(/(?![\n\r\t])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '�')
    .replace(/[&<>"'\n\r\t]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
