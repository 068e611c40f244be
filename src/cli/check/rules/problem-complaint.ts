import { routeAnswers } from '../../../contract/route-answers.js';
import { refusals } from '../../../contract/refusals.js';
import { jsonOf, mediaTypeOf, problemIn, type Answer } from '../answer.js';

/** What is wrong with an error that ought to be a problem of RFC 9457. */
export function problemComplaint(answer: Answer): string | undefined {
  if (mediaTypeOf(answer) !== 'application/problem+json')
    return 'an error that is no application/problem+json (RFC 9457): send that Content-Type, and { "code": … }';
  const problem = problemIn(answer);
  if (!problem)
    return `a problem without a code of the contract: send "code": ${inWords(codesOf(answer.status))}`;
  const codes = codesOf(answer.status);
  if (!codes.includes(problem.code))
    return `the code ${problem.code} does not belong to the status ${answer.status}: send ${inWords(codes)}, or the code's own status`;
  const { status = answer.status } = jsonOf(answer) as { status?: unknown };
  if (status !== answer.status)
    return `the problem’s member status is ${JSON.stringify(status)}, and the answer’s status ${answer.status}: send the same`;
  return undefined;
}

/** The codes that any route has with this status; all, for a status that the contract does not know. */
function codesOf(status: number): readonly string[] {
  const codes = Object.values(routeAnswers).flatMap((route) => route.refusals[status] ?? []);
  return codes.length > 0 ? [...new Set(codes)] : Object.keys(refusals);
}

const inWords = (codes: readonly string[]): string => codes.join(' or ');
