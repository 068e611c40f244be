import { idIn, isPage, isSuccess } from '../answer.js';
import type { CheckRun, Current } from '../check-run.js';
import { demand } from '../fault.js';
import { badRequest, demandRefusal } from '../refusal.js';
import type { Rule } from '../rule.js';
import { failureInWords, isFailing } from '../trouble.js';
import { newId } from './new-id.js';
import { post } from './post.js';

export const creating: Rule[] = [
  {
    id: 'create',
    level: 'basic',
    title: 'A POST makes an onboarding: 201 with it.',
    needs: ['write'],
    after: ['signed-in'],
    async hold(run) {
      const key = newId();
      const answer = await post(run, { key });
      demand(!isPage(answer), answer, csrfPage);
      demand(isSuccess(answer), answer, isFailing(answer) ? failureInWords(answer) : notMade);
      const id = idIn(answer);
      demand(
        id !== undefined,
        answer,
        'nobody can tell what was made: answer with the onboarding, its id in it',
      );
      if (!run.isOurs(id)) await tellNewFromLive(run, id);
      demand(run.isOurs(id), answer, wasThere);
      const isRight = answer.status === 201 || run.level === 'basic';
      demand(isRight, answer, 'a new onboarding: answer 201, and 200 only for one that was there');
      run.current = { id, keys: [key], madeAt: Date.now() };
    },
  },
  {
    id: 'same-key',
    level: 'full',
    title: 'The same `Idempotency-Key` gives the same onboarding; with another body it is 422.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      const { id, keys } = ours(run);
      const [key = ''] = keys;
      const again = await post(run, { key });
      demand(isSuccess(again) && idIn(again) === id, again, secondForKey);
      const changed = await post(run, { key, body: withOtherProvider(run.body) });
      demandRefusal(
        changed,
        badRequest,
        'the Idempotency-Key was used with another body before: keep each key with what it was used for, and answer 422 with the code invalid_request',
      );
    },
  },
  {
    id: 'live-one',
    level: 'full',
    title: 'A POST with another key is answered with the live onboarding: 200, and no second one is made.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      const { id, keys, madeAt } = ours(run);
      const key = newId();
      const answer = await post(run, { key });
      demand(
        isSuccess(answer) && idIn(answer) === id,
        answer,
        'a second onboarding, although one is live: answer 200 with the live one of the same tenant, application and provider',
      );
      demand(
        answer.status === 200,
        answer,
        'the onboarding was there already: answer 200, and 201 only for a new one',
      );
      run.current = { id, keys: [...keys, key], madeAt };
    },
  },
];

const csrfPage =
  'a web page instead of an onboarding: if it is the framework’s CSRF check, take this route out of it (X-Requested-With and Sec-Fetch-Site do its work), or give its token with --header and --cookie';

const notMade =
  'no onboarding was made: answer 201 with it; if the host insists on fields, give them with --body, such as --body \'{"provider_id":"…"}\'';

const wasThere =
  'this onboarding was there before, so nothing more is tried with it: use an account (or with --body a provider_id) that has no live one; if it is new, answer 201';

const secondForKey =
  'the same Idempotency-Key gave something else: write the key down before Edlink is asked, and answer a repetition with the onboarding of the first time';

const ours = ({ current }: CheckRun): Current => current as Current;

/** Canvas and Google Classroom, which every Edlink knows. */
const providers = ['035d6dd6-1569-47b2-8ed8-63435be58078', '47eda4bf-7440-4cd8-9ee7-44cafb98486b'];

const withOtherProvider = (body: CheckRun['body']): object => ({
  ...body,
  provider_id: providers.find((id) => id !== body['provider_id']),
});

/**
 * Whether Edlink says 200 or 201 for a new one is not documented. A proxy that answers another key with another
 * onboarding does not know of live ones, so both are new.
 */
async function tellNewFromLive(run: CheckRun, id: string): Promise<void> {
  const second = await post(run);
  const secondId = idIn(second);
  // One that says 201 now did not mean a new one before.
  if (second.status === 200 && secondId !== undefined && secondId !== id) run.believeAllNew();
}
