import type { ProblemCode } from '../../contract/problem.js';
import { problemIn, type Answer } from './answer.js';
import { demand } from './fault.js';

export interface Refusal {
  readonly status: readonly number[];
  readonly code: readonly ProblemCode[];
  /** The member of the request that is to blame. */
  readonly field?: string;
}

/** A request that is wrong in itself. */
export const badRequest = {
  status: [422],
  code: ['invalid_request', 'not_allowed'],
} as const satisfies Refusal;

/** Throws unless the answer refuses as it should; one without a problem in it is the rule `problems`' business. */
export function demandRefusal(answer: Answer, { status, code, field }: Refusal, message: string): void {
  demand(status.includes(answer.status), answer, message);
  const problem = problemIn(answer);
  if (!problem) return;
  demand(code.includes(problem.code), answer, `the code has to be ${code.join(' or ')}, not ${problem.code}`);
  if (field === undefined) return;
  const named = problem.field ?? null;
  demand(named === field, answer, `"field": "${field}" has to be named, not ${JSON.stringify(named)}`);
}

export const notFound = { status: [404], code: ['not_found'] } as const satisfies Refusal;
export const forbidden = { status: [403], code: ['forbidden'] } as const satisfies Refusal;
export const unauthorized = { status: [401], code: ['unauthorized'] } as const satisfies Refusal;
