import { isSuccess, onboardingIn } from '../answer.js';
import { demand } from '../fault.js';
import type { Rule } from '../rule.js';

/** Read before anything is made: once its host knows that it is completed, the account has no live one. */
export const completed: Rule[] = [
  {
    id: 'completed',
    level: 'basic',
    title: 'A completed onboarding can be read.',
    needs: ['completed'],
    after: ['signed-in'],
    async hold(run) {
      const headers = { 'Cache-Control': 'no-cache' };
      const answer = await run.ask(`onboardings/${run.completed ?? ''}`, { headers });
      demand(
        isSuccess(answer) && onboardingIn(answer)?.state === 'completed',
        answer,
        'no completed onboarding: give with --completed the id of one of the first caller’s; if it is one, answer 200 with it',
      );
    },
  },
];
