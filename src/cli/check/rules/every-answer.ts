import { isError, isPage, isRedirect, isSuccess, type Answer } from '../answer.js';
import type { CheckRun } from '../check-run.js';
import { Fault } from '../fault.js';
import type { Level, Rule } from '../rule.js';
import { failureInWords, isFailing } from '../trouble.js';
import { dateComplaint } from './date-complaint.js';
import { problemComplaint } from './problem-complaint.js';
import { secretComplaint } from './secret-complaint.js';
import { shapeComplaint } from './shape-complaint.js';

type Complaint = (answer: Answer, run: CheckRun) => string | undefined;

/** What has to be true of every answer of a run. Those that another rule has blamed are not blamed again. */
export const everyAnswer: Rule[] = [
  {
    id: 'no-secrets',
    level: 'basic',
    title: 'No answer contains a token, a password, a stack trace, or what was sent as the session.',
    after: ['signed-in'],
    hold: (run) => blameFirst(run, run.answers, secretComplaint),
  },
  every(
    'no-failures',
    'basic',
    'No request makes the server fail: none is answered with 429 or 5xx.',
    (answer) => {
      if (isFailing(answer)) return failureInWords(answer);
    },
  ),
  every('no-pages', 'basic', 'No answer of the contract’s routes is a web page.', (answer, { level }) => {
    if (!isPage(answer)) return;
    const isRead = answer.question.method !== 'POST';
    const confuses = isSuccess(answer) || (answer.status === 404 && isRead);
    if (level === 'full' || confuses)
      return 'a web page: the proxy’s routes speak JSON, errors too; answer application/problem+json (and check that the URL is the proxy’s)';
  }),
  every(
    'shapes',
    'basic',
    'What is answered fits the schemas: an onboarding, a list; at `full` to the letter.',
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
  every('nosniff', 'full', 'Every answer has `X-Content-Type-Options: nosniff`.', (answer) => {
    const isSniffed = answer.headers.get('X-Content-Type-Options')?.toLowerCase() !== 'nosniff';
    if (isSniffed && !isPage(answer) && !isRedirect(answer))
      return 'no X-Content-Type-Options: nosniff: send it with every answer, errors too';
  }),
  every(
    'date',
    'basic',
    'Every answer has the right `Date`: the element judges by it whether an onboarding has expired.',
    dateComplaint,
  ),
];

function every(id: string, level: Level, title: string, complaint: Complaint): Rule {
  const hold = (run: CheckRun): void => {
    blameFirst(
      run,
      run.answers.filter((answer) => !answer.question.isApart && !run.blamed.has(answer)),
      complaint,
    );
  };
  return { id, level, title, after: ['signed-in'], hold };
}

function blameFirst(run: CheckRun, answers: readonly Answer[], complaint: Complaint): void {
  const blamed = answers.flatMap((answer) => {
    const message = complaint(answer, run);
    return message === undefined ? [] : [{ answer, message }];
  });
  for (const { answer } of blamed) run.blamed.add(answer);
  const [first, ...others] = blamed.filter(({ message }) => !run.said.has(message));
  if (!first) return;
  const more = others.length > 0 ? ` (and ${others.length} more such answers)` : '';
  throw new Fault(first.answer, `${first.message}${more}`);
}
