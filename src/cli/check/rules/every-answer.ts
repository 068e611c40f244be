import * as v from 'valibot';
import { unwrap } from '../../../contract/envelope.js';
import { onboardingListSchema, onboardingSchema } from '../../../contract/onboarding.js';
import { isError, isPage, isRedirect, isSuccess, jsonOf, mediaTypeOf, type Answer } from '../answer.js';
import type { CheckRun } from '../check-run.js';
import { Fault } from '../fault.js';
import type { Level, Rule } from '../rule.js';
import { problemComplaint } from './problem-complaint.js';
import { secretComplaint } from './secret-complaint.js';

type Complaint = (answer: Answer, run: CheckRun) => string | undefined;

/** What has to be true of every answer of a run. Those that another rule has blamed are not blamed again. */
export const everyAnswer: Rule[] = [
  every('no-pages', 'basic', 'No answer is a web page.', (answer, { level }) => {
    if (!isPage(answer)) return;
    const isRead = answer.question.method !== 'POST';
    const confuses = isSuccess(answer) || (answer.status === 404 && isRead);
    if (level === 'full' || confuses)
      return 'a web page: the proxy’s routes speak JSON, errors too; answer application/problem+json (and check that the URL is the proxy’s)';
  }),
  every(
    'shapes',
    'basic',
    'What is answered fits the schemas: an onboarding, a list.',
    (answer, { level }) => {
      const { method } = answer.question;
      if (isSuccess(answer) && !isPage(answer) && ['GET', 'POST'].includes(method))
        return shapeComplaint(answer, level);
    },
  ),
  every(
    'problems',
    'full',
    'Every error is `application/problem+json` with a `code` that belongs to its status.',
    (answer) => {
      if (isError(answer) && !isPage(answer)) return problemComplaint(answer);
    },
  ),
  every('no-store', 'full', 'Every answer has `Cache-Control: no-store`.', (answer) => {
    const isStored = !/\bno-store\b/i.test(answer.headers.get('Cache-Control') ?? '');
    if (isStored && !isPage(answer) && !isRedirect(answer))
      return 'no Cache-Control: no-store, so that a cache may show it to somebody else: send it with every answer, errors too';
  }),
  every(
    'date',
    'basic',
    'Every answer has a `Date`: the element judges by it whether an onboarding has expired.',
    (answer) => {
      if (Number.isNaN(Date.parse(answer.headers.get('Date') ?? '')))
        return 'no Date header: send the server’s time (RFC 9110 §6.6.1)';
    },
  ),
  {
    id: 'no-secrets',
    level: 'basic',
    title: 'No answer contains a token, a password, a stack trace, or what was sent as the session.',
    after: ['signed-in'],
    hold: (run) => blameFirst(run, run.answers, secretComplaint),
  },
];

function every(id: string, level: Level, title: string, complaint: Complaint): Rule {
  const hold = (run: CheckRun): void => {
    const open = run.answers.filter((answer) => !answer.question.isApart && !run.blamed.has(answer));
    blameFirst(run, open, complaint);
  };
  return { id, level, title, after: ['signed-in'], hold };
}

function blameFirst(run: CheckRun, answers: readonly Answer[], complaint: Complaint): void {
  const blamed = answers.flatMap((answer) => {
    const message = complaint(answer, run);
    return message === undefined ? [] : [{ answer, message }];
  });
  const [first, ...others] = blamed;
  if (!first) return;
  const more = others.length > 0 ? ` (and ${others.length} more such answers)` : '';
  throw new Fault(first.answer, `${first.message}${more}`);
}

function shapeComplaint(answer: Answer, level: Level): string | undefined {
  const isList = /^onboardings(\?|$)/.test(answer.question.path) && answer.question.method === 'GET';
  const body = jsonOf(answer);
  const inner = isList ? body : unwrap(body);
  const read = v.safeParse(isList ? onboardingListSchema : onboardingSchema, inner);
  if (!read.success) return `${issueInWords(read.issues[0])}: answer with Edlink's object, field for field`;
  if (level === 'basic') return undefined;
  if (inner !== body && !isList) return 'the onboarding is in $data: take it out of Edlink’s envelope';
  if (mediaTypeOf(answer) !== 'application/json')
    return 'JSON that does not say so: send Content-Type: application/json';
  return undefined;
}

function issueInWords(issue: v.BaseIssue<unknown>): string {
  const member = v.getDotPath(issue) ?? 'the body';
  return `${member} is wrong (expected ${issue.expected ?? issue.message})`;
}
