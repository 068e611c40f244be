import * as v from 'valibot';
import { unwrap } from '../../../contract/envelope.js';
import { hostNotesSchema, onboardingListSchema, onboardingSchema } from '../../../contract/onboarding.js';
import { uuidPattern, zeroUuid } from '../../../contract/uuid.js';
import { jsonOf, mediaTypeOf, type Answer } from '../answer.js';
import type { Level } from '../rule.js';
import { linkShapeComplaint } from './link-shape-complaint.js';
import { nextComplaint } from './read-list.js';

type Json = Record<string, unknown>;

/** What is wrong with an onboarding or a list, naming the member. */
export function shapeComplaint(answer: Answer, level: Level): string | undefined {
  if (/^links\b/.test(answer.question.path))
    return linkShapeComplaint(jsonOf(answer)) ?? typeComplaint(answer);
  const isList = /^onboardings(\?|$)/.test(answer.question.path) && answer.question.method === 'GET';
  const body = jsonOf(answer);
  const inner = isList ? body : unwrap(body);
  const next = isList ? nextComplaint(body) : undefined;
  if (next !== undefined) return next;
  const read = v.safeParse(isList ? onboardingListSchema : onboardingSchema, inner);
  if (!read.success) return `${issueInWords(read.issues[0])}: answer with Edlink's object, field for field`;
  if (level === 'basic') return undefined;
  if (inner !== body && !isList) return 'the onboarding is in $data: take it out of Edlink’s envelope';
  return (
    typeComplaint(answer) ??
    rowsOf(inner as Json, isList)
      .map(exactComplaint)
      .find(Boolean)
  );
}

const typeComplaint = (answer: Answer): string | undefined =>
  mediaTypeOf(answer) === 'application/json'
    ? undefined
    : 'JSON that does not say so: send Content-Type: application/json';

const rowsOf = (inner: Json, isList: boolean): Json[] => (isList ? (inner['$data'] as Json[]) : [inner]);

function issueInWords(issue: v.BaseIssue<unknown>): string {
  const member = v.getDotPath(issue) ?? 'the body';
  return `${member} is wrong (expected ${issue.expected ?? issue.message})`;
}

const members = Object.keys(onboardingSchema.entries).filter((name) => name !== '$host');
const notes = Object.keys(hostNotesSchema.entries);

/** An element reads more than the contract allows a proxy to write. */
function exactComplaint(onboarding: Json): string | undefined {
  const missing = members.find((name) => !(name in onboarding));
  if (missing !== undefined)
    return `${missing} is missing: answer with all ten members, and null where there is none`;
  const host = (onboarding['$host'] ?? {}) as Json;
  const strange =
    Object.keys(onboarding).find((name) => name !== '$host' && !members.includes(name)) ??
    Object.keys(host).find((name) => !notes.includes(name));
  if (strange !== undefined)
    return `${strange} is no member of an onboarding: build the answer field by field, of the ten members and $host`;
  return members.map((name) => spellingComplaint(name, onboarding[name])).find(Boolean);
}

function spellingComplaint(name: string, value: unknown): string | undefined {
  if (value === zeroUuid) return `${name} is the zero UUID: write null where there is none`;
  const isShouted = typeof value === 'string' && uuidPattern.test(value) && value !== value.toLowerCase();
  return isShouted ? `${name} has capitals: write ids in lower case` : undefined;
}
