import type { Rule } from '../rule.js';
import { completed } from './completed.js';
import { creating } from './creating.js';
import { ending } from './ending.js';
import { everyAnswer } from './every-answer.js';
import { following } from './following.js';
import { links } from './links.js';
import { listing } from './listing.js';
import { refusing } from './refusing.js';
import { sessions } from './sessions.js';
import { strangers } from './strangers.js';
import { tenants } from './tenants.js';
import { unknown } from './unknown.js';

/** All rules, in the order of their story: an onboarding is made, followed, deleted, and made once more for the tenants; links have their own. */
export const rules: readonly Rule[] = [
  ...sessions,
  ...strangers,
  ...unknown,
  ...listing,
  ...completed,
  ...creating,
  ...refusing,
  ...following,
  ...ending,
  ...tenants,
  ...links,
  ...everyAnswer,
];
