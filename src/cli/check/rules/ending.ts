import { idIn, isError, isSuccess, saysNotFound } from '../answer.js';
import { demand } from '../fault.js';
import { demandRefusal } from '../refusal.js';
import type { Rule } from '../rule.js';
import { newId } from './new-id.js';
import { post } from './post.js';

export const ending: Rule[] = [
  {
    id: 'delete',
    level: 'basic',
    title: 'A DELETE is answered with 204, and after it the onboarding is 404.',
    needs: ['write'],
    after: ['create'],
    async hold(run) {
      const { id } = (run.ended = run.current as { id: string; key: string });
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
    id: 'key-ended',
    level: 'full',
    title: 'A key whose onboarding has ended is 409 `conflict`: a late repetition begins nothing.',
    needs: ['write'],
    after: ['delete', 'same-key'],
    async hold(run) {
      demandRefusal(
        await post(run, { key: run.ended?.key ?? '' }),
        { status: [409], code: ['conflict'] },
        'the onboarding of this Idempotency-Key was deleted: keep the keys of ended ones, and answer 409 with the code conflict',
      );
    },
  },
  {
    id: 'at-once',
    level: 'full',
    title: 'Two POSTs with one key at the same moment make one onboarding.',
    needs: ['write'],
    after: ['delete', 'same-key'],
    async hold(run) {
      const key = newId();
      const answers = await Promise.all([post(run, { key }), post(run, { key })]);
      const [made, ...others] = answers.filter((answer) => isSuccess(answer));
      const [refused = answers[0]] = answers.filter((answer) => !isSuccess(answer));
      demand(
        made,
        refused,
        'two POSTs with one key at the same moment, and no onboarding: answer at least one with it',
      );
      const id = idIn(made);
      if (id !== undefined && run.isOurs(id)) run.current = { id, key };
      for (const other of others) {
        demand(
          idIn(other) === id,
          other,
          'two POSTs with one key at the same moment made two onboardings: claim the key atomically (a unique index, a lock) before Edlink is asked',
        );
      }
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
