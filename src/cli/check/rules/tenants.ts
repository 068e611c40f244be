import { idIn, idsListed, isError, isRedirect, isPage, isSuccess, saysNotFound } from '../answer.js';
import type { Caller } from '../caller.js';
import type { CheckRun } from '../check-run.js';
import { demand, Inapplicable } from '../fault.js';
import type { Rule } from '../rule.js';
import { anOnboarding, ownOnboarding } from './an-onboarding.js';
import { demandIndistinguishable, orOneTenant } from './indistinguishable.js';
import { newId } from './new-id.js';
import { post } from './post.js';
import { readList } from './read-list.js';

/** Of the first caller's nothing is visible to a second one, whose tenant is another. */
export const tenants: Rule[] = [
  {
    id: 'other-signed-in',
    level: 'full',
    title: 'The session of the second caller is let in.',
    needs: ['other'],
    after: ['signed-in'],
    async hold(run) {
      const answer = await run.ask(`onboardings/${newId()}`, { as: other(run) });
      const isRefused = [401, 403].includes(answer.status) || isRedirect(answer);
      demand(
        !isRefused && !(isPage(answer) && isSuccess(answer)),
        answer,
        'the second session is not let in: give with --other-cookie or --other-header that of an admin of another tenant',
      );
    },
  },
  {
    id: 'foreign-read',
    level: 'full',
    title: 'Another tenant’s onboarding is answered exactly like an id that does not exist.',
    needs: ['other'],
    after: ['other-signed-in'],
    async hold(run) {
      await demandIndistinguishable(run, 'GET', await anOnboarding(run), other(run));
    },
  },
  {
    id: 'foreign-list',
    level: 'full',
    title: 'No list shows another tenant’s onboarding, also when it is asked for by its id.',
    needs: ['other'],
    after: ['other-signed-in'],
    async hold(run) {
      const id = await anOnboarding(run);
      for (const query of ['', '?limit=100', `?id=${id}`]) {
        const answer = await run.ask(`onboardings${query}`, { as: other(run) });
        demand(
          !idsListed(answer).includes(id),
          answer,
          `a list shows another tenant’s onboarding: list only ids that your own records give to this tenant${orOneTenant}`,
        );
      }
    },
  },
  {
    id: 'foreign-cursor',
    level: 'full',
    title: 'Another tenant’s cursor is refused.',
    needs: ['other'],
    after: ['other-signed-in', 'list'],
    async hold(run) {
      const { $next } = readList(await run.ask('onboardings?limit=1'));
      if ($next === undefined) throw new Inapplicable('the first caller’s list has one page');
      const query = `limit=1&cursor=${encodeURIComponent($next)}`;
      const answer = await run.ask(`onboardings?${query}`, { as: other(run) });
      demand(
        isError(answer),
        answer,
        'another tenant’s cursor was taken: bind cursors to the tenant, and answer 422 with the code invalid_request',
      );
    },
  },
  {
    id: 'foreign-key',
    level: 'full',
    title: 'Another tenant’s `Idempotency-Key` means nothing.',
    needs: ['other', 'write'],
    after: ['other-signed-in', 'create'],
    async hold(run) {
      const { id, keys } = await ownOnboarding(run);
      const [key = ''] = keys;
      const answer = await post(run, { as: other(run), key });
      demand(
        idIn(answer) !== id,
        answer,
        `another tenant’s Idempotency-Key gave its onboarding: look keys up together with the tenant${orOneTenant}`,
      );
    },
  },
  {
    id: 'foreign-delete',
    level: 'full',
    title: 'Another tenant’s onboarding cannot be deleted; the answer is that for an unknown id.',
    needs: ['other', 'write'],
    after: ['other-signed-in', 'create'],
    async hold(run) {
      const { id } = await ownOnboarding(run);
      await demandIndistinguishable(run, 'DELETE', id, other(run));
      const answer = await run.ask(`onboardings/${id}`, { headers: { 'Cache-Control': 'no-cache' } });
      demand(
        !saysNotFound(answer),
        answer,
        'another tenant’s DELETE was refused and carried out all the same: look for the owner before Edlink is asked',
      );
    },
  },
];

const other = (run: CheckRun): Caller => run.other as Caller;
