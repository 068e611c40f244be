import * as v from 'valibot';
import { parseJson } from '../parse-json.js';
import { problem } from './control-problem.js';

/** The body as the schema has it, or the problem that says what is wrong with it. */
export function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: string,
): v.InferOutput<Schema> | Response {
  const json = parseJson(body);
  if (json === undefined) return problem(400, 'invalid_request', 'The body is no JSON.');
  const read = v.safeParse(schema, json);
  if (read.success) return read.output;
  const [issue] = read.issues;
  return problem(422, 'invalid_request', issue.message, v.getDotPath(issue) ?? undefined);
}
