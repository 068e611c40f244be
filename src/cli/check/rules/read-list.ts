import * as v from 'valibot';
import { onboardingListSchema, type OnboardingList } from '../../../contract/onboarding.js';
import { jsonOf, type Answer } from '../answer.js';
import { demand } from '../fault.js';

/** @throws Fault unless it is a page of a list. */
export function readList(answer: Answer): OnboardingList {
  const read = v.safeParse(onboardingListSchema, jsonOf(answer));
  demand(
    answer.status === 200 && read.success,
    answer,
    'no list: answer 200 with { "$data": [onboarding…], "$next"?: cursor }, bare and validated',
  );
  return read.output;
}
