import * as v from 'valibot';
import { onboardingListSchema, onboardingSchema } from '../../../contract/onboarding.js';
import { jsonOf, type Answer } from '../answer.js';
import { demand } from '../fault.js';
import { failureInWords, isFailing } from '../trouble.js';

/** As much of a list as rules read; what else is wrong with its rows is the business of the rule about shapes. */
const listSchema = v.object({
  ...onboardingListSchema.entries,
  $data: v.array(v.pick(onboardingSchema, ['id', 'state'])),
});

/** @throws Fault unless it is a page of a list. */
export function readList(answer: Answer): v.InferOutput<typeof listSchema> {
  const body = jsonOf(answer);
  const complaint = nextComplaint(body);
  demand(answer.status !== 200 || complaint === undefined, answer, complaint ?? '');
  const read = v.safeParse(listSchema, body);
  demand(answer.status === 200 && read.success, answer, isFailing(answer) ? failureInWords(answer) : noList);
  return read.output;
}

const noList = 'no list: answer 200 with { "$data": [onboarding…], "$next"?: cursor }, bare and validated';

/** What is wrong with `$next` in a list that may be right otherwise. */
export function nextComplaint(list: unknown): string | undefined {
  const next = (list as { $next?: unknown } | null | undefined)?.$next;
  if (next === null) return '$next is null: leave $next out on the last page';
  const isUrl = typeof next === 'string' && /^https?:|\?/i.test(next);
  return isUrl ? '$next is a URL: it has to be the bare cursor, as the parameter cursor takes it' : undefined;
}
