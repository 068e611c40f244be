import { isSuccess, saysNotFound, type Answer, type Question } from '../answer.js';
import type { CheckRun } from '../check-run.js';
import { untilSeen } from '../patience.js';

/** Reads one of the first caller's; what was just made may be 404 or 503 for some seconds. */
export const readSeen = (run: CheckRun, id: string, headers: Question['headers'] = {}): Promise<Answer> =>
  untilSeen(
    () => run.ask(`onboardings/${id}`, { headers }),
    (answer) => isSuccess(answer) || !(saysNotFound(answer) || answer.status === 503),
    run.current?.id === id ? run.current.madeAt : 0,
  );
