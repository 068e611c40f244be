import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inJunit } from '../../../src/cli/check/junit.js';
import type { Report } from '../../../src/cli/check/report.js';
import { inText } from '../../../src/cli/check/text.js';
import { checkReference } from './checking.js';

const report: Report = {
  url: 'https://app.example/edlink',
  level: 'full',
  write: true,
  passed: 1,
  failed: 1,
  skipped: 2,
  leftBehind: ['5f0e3c1a-9b7d-4c55-8a51-0d9a5c9d1b11'],
  rules: [
    { id: 'read', title: 'It is `there`.', level: 'basic', outcome: 'passed', milliseconds: 12 },
    {
      id: 'no-store',
      title: 'Never <stored>.',
      level: 'full',
      outcome: 'failed',
      milliseconds: 3,
      finding: {
        rule: 'no-store',
        message: 'a cache & "worse": send it',
        request: 'GET onboardings',
        got: '200 text/html "<html>\u0000\u001b[31m ]]> \ud800"',
      },
    },
    { id: 'list', title: 'L', level: 'full', outcome: 'skipped', reason: 'give <it>', milliseconds: 0 },
    { id: 'cursor', title: 'C', level: 'full', outcome: 'skipped', reason: 'give <it>', milliseconds: 0 },
  ],
};

describe('the JUnit report', () => {
  test('is well-formed XML, whatever a proxy has answered', () => {
    const xml = inJunit(report);
    const [declaration, ...lines] = xml.trim().split('\n');
    assert.equal(declaration, '<?xml version="1.0" encoding="UTF-8"?>');
    assert.deepEqual(complaintsAbout(lines.join('\n')), []);
    assert.match(xml, /tests="5" failures="2" skipped="2" time="0.015"/);
    assert.match(xml, /<failure message="a cache &#38; &#34;worse&#34;: send it">/);
    assert.match(xml, /<skipped message="give &#60;it&#62;"><\/skipped>/);
  });

  test('the judge of well-formedness knows what is not', () => {
    for (const wrong of [
      '<a><b></a>',
      '<a b="<"></a>',
      '<a>&</a>',
      '<a>\u0000</a>',
      '<a></a><a></a>',
      '<a b=c></a>',
    ])
      assert.notDeepEqual(complaintsAbout(wrong), [], wrong);
  });
});

test('the text has a line for each rule that was asked for, and one for each reason to skip', () => {
  assert.deepEqual(inText(report).split('\n'), [
    'https://app.example/edlink, level full',
    '✓ read              It is there.',
    '✗ no-store          a cache & "worse": send it [GET onboardings → 200 text/html "<html>\u0000\u001b[31m ]]> \ud800"]',
    '- list, cursor: give <it>',
    '! the onboarding 5f0e3c1a-9b7d-4c55-8a51-0d9a5c9d1b11 was made here and could not be deleted: delete it',
    '1 passed, 1 failed, 2 skipped',
    '',
  ]);
});

test('the text warns when tenants were not told apart', async (context) => {
  const warning = /^! tenants were not told apart: give --other-cookie/m;
  const { report: alone } = await checkReference(context, { other: undefined });
  const { report: nothingThere } = await checkReference(context, { write: false });
  const { report: whole } = await checkReference(context);
  assert.deepEqual(
    [alone, nothingThere, whole].map((one) => warning.test(inText(one))),
    [true, true, false],
  );
});

test('no report repeats a cookie or header that was given', async (context) => {
  const canary = 'canary-7a1d';
  const caller = {
    headers: { Cookie: `session=anna; other=${canary}`, Authorization: `Bearer ${canary}-two` },
  };
  const { report: real } = await checkReference(
    context,
    { write: false, caller },
    (proxy) => async (request) => {
      const answer = await proxy(request);
      return answer.ok ? answer : Response.json({ got: request.headers.get('Cookie') }, { status: 404 });
    },
  );
  assert.ok(real.failed > 0);
  for (const text of [JSON.stringify(real), inText(real), inJunit(real)]) assert.ok(!text.includes(canary));
  assert.ok(JSON.stringify(real).includes('•••'));
});

test('the JSON report keeps its shape', async (context) => {
  const { report: real } = await checkReference(context, { write: false, other: undefined });
  const members = ['url', 'level', 'write', 'passed', 'failed', 'skipped', 'rules', 'leftBehind'];
  assert.deepEqual(Object.keys(real), members);
  for (const rule of real.rules) {
    const optional = { passed: [], skipped: ['reason'], failed: ['finding'] }[rule.outcome];
    assert.deepEqual(Object.keys(rule), ['id', 'title', 'level', 'outcome', ...optional, 'milliseconds']);
  }
  assert.equal(real.passed + real.failed + real.skipped, real.rules.length);
});

/** As much of XML 1.0 as a report has: elements, quoted attributes, references by number, one root. */
function complaintsAbout(xml: string): string[] {
  const complaints: string[] = [];
  const open: string[] = [];
  const tag = /<(\/?)(\w+)((?: \w+="[^"<]*")*)>/g;
  const text = xml.replace(tag, (_all, slash: string, name: string) => {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) complaints.push(`</${name}> closes nothing`);
    return open.length === 0 ? '\u2028' : '';
  });
  if (open.length > 0) complaints.push(`${open.join()} is not closed`);
  if (text.split('\u2028').length !== 2) complaints.push('there is more than one root');
  if (/[<>]|&(?!#\d+;)/.test(text) || /&(?!#\d+;)/.test(xml)) complaints.push('something is not escaped');
  if (/(?![\n\r\t])[\p{Cc}\p{Surrogate}\ufffe\uffff]/u.test(xml))
    complaints.push('a letter that XML does not have');
  return complaints;
}
