import { idempotencyHeader } from '../../../contract/routes.js';
import type { Answer, Question } from '../answer.js';
import type { CheckRun } from '../check-run.js';

/** `POST onboardings` with a body that the host takes and a key that nobody has used, but for what is given. */
export const post = (
  run: CheckRun,
  { key, ...given }: Partial<Question> & { key?: string } = {},
): Promise<Answer> =>
  run.ask('onboardings', {
    method: 'POST',
    body: run.body,
    ...(key !== undefined && { headers: { [idempotencyHeader]: key } }),
    ...given,
  });
