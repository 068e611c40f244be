import { idIn, isError, isSuccess, saysNotFound, type Answer } from '../answer.js';
import type { Current } from '../check-run.js';
import { demand, Fault } from '../fault.js';
import { demandRefusal } from '../refusal.js';
import type { Rule } from '../rule.js';
import { failureInWords, isFailing } from '../trouble.js';
import { newId } from './new-id.js';
import { post } from './post.js';

const raced =
  'POSTs at the same moment made several onboardings: claim the key and the tenant’s live one atomically (a unique index, a lock) before Edlink is asked';

/** POSTs at the same moment: enough to be told apart by no luck. */
const sameAtOnce = 8;
const differentAtOnce = 4;

export const ending: Rule[] = [
  {
    id: 'delete',
    level: 'basic',
    title: 'A DELETE is answered with 204, and after it the onboarding is 404.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      const { id } = (run.ended = run.current as Current);
      const deleted = await run.ask(`onboardings/${id}`, { method: 'DELETE' });
      const isDone = run.level === 'full' ? deleted.status === 204 : isSuccess(deleted);
      demand(isDone, deleted, 'a deletion: delete it at Edlink and answer 204');
      const gone = await run.ask(`onboardings/${id}`, { headers: { 'Cache-Control': 'no-cache' } });
      demand(
        saysNotFound(gone),
        gone,
        'a deleted onboarding is still there: forget it everywhere, and answer 404',
      );
      run.forget(id);
    },
  },
  {
    id: 'delete-again',
    level: 'full',
    title: 'Deleting it again is 204 too: the first answer may have been lost.',
    needs: ['write'],
    after: ['delete'],
    async hold(run) {
      const answer = await run.ask(`onboardings/${run.ended?.id ?? ''}`, { method: 'DELETE' });
      demand(
        answer.status === 204,
        answer,
        'it was deleted before: remember whose it was, and answer 204 again',
      );
    },
  },
  {
    id: 'key-ended',
    level: 'full',
    title: 'A key whose onboarding has ended is 409 `conflict`: a late repetition begins nothing.',
    needs: ['write'],
    after: ['delete', 'same-key', 'live-one'],
    async hold(run) {
      for (const key of run.ended?.keys ?? []) {
        demandRefusal(
          await post(run, { key }),
          { status: [409], code: ['conflict'] },
          'the onboarding that this Idempotency-Key was answered with was deleted: keep the keys of ended ones, and answer 409 with the code conflict',
        );
      }
    },
  },
  {
    id: 'at-once',
    level: 'full',
    title: 'POSTs at the same moment, with one key or with several, make one onboarding.',
    needs: ['write'],
    after: ['delete', 'same-key', 'live-one'],
    async hold(run) {
      const [shared = '', ...single] = Array.from({ length: 1 + differentAtOnce }, newId);
      const keys = [...Array.from({ length: sameAtOnce }, () => shared), ...single];
      const answers = await Promise.all(keys.map((key) => post(run, { key })));
      const [made, ...others] = answers.filter((answer) => isSuccess(answer));
      demand(
        made,
        answers[0] as Answer,
        'several POSTs at the same moment, and no onboarding: answer one with it',
      );
      const id = idIn(made);
      if (id !== undefined && run.isOurs(id))
        run.current = { id, keys: [shared, ...single], madeAt: Date.now() };
      for (const other of others) demand(idIn(other) === id, other, raced);
    },
  },
  {
    id: 'completed-stays',
    level: 'basic',
    title: 'Deleting a completed onboarding is 409 `conflict`, and it stays.',
    needs: ['write', 'completed'],
    after: ['completed'],
    async hold(run) {
      const path = `onboardings/${run.completed ?? ''}`;
      const refused = await run.ask(path, { method: 'DELETE' });
      const message =
        'the deletion of a completed onboarding was not refused: answer 409 with the code conflict';
      // The refusal that nobody has looked into.
      if (isFailing(refused)) throw new Fault(refused, `${failureInWords(refused)}; ${message}`);
      if (run.level === 'full') demandRefusal(refused, { status: [409], code: ['conflict'] }, message);
      else demand(isError(refused), refused, message);
      const after = await run.ask(path);
      demand(
        isSuccess(after),
        after,
        'a completed onboarding is gone after a refused deletion: delete nothing that is completed',
      );
    },
  },
];
