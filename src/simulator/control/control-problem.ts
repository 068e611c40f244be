import type { Problem, ProblemCode } from '../../contract/problem.js';

/** RFC 9457, in the form the token proxy uses too. */
export function problem(status: number, code: ProblemCode, detail: string, field?: string): Response {
  const body: Problem = { status, code, detail, ...(field !== undefined && { field }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
