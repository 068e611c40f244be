import * as v from 'valibot';
import { invalid, ProxyFailure } from './failure.js';

type Body = Readonly<Record<string, unknown>>;

/** Nothing is dropped silently. @throws ProxyFailure 422 `not_allowed`, naming the first field that is not. */
export function refuseFields(body: Body, isAllowed: (field: string) => boolean): void {
  const field = Object.keys(body).find((name) => !isAllowed(name));
  if (field !== undefined) throw new ProxyFailure('not_allowed', { field });
}

/** @throws ProxyFailure 422 `invalid_request`, naming the first field that is to blame. */
export function readFields<Schema extends v.GenericSchema>(
  schema: Schema,
  body: Body,
): v.InferOutput<Schema> {
  const read = v.safeParse(schema, body);
  if (read.success) return read.output;
  const issue = read.issues[0];
  throw invalid(v.getDotPath(issue) ?? 'body', `expected ${issue.expected ?? issue.message}`);
}
