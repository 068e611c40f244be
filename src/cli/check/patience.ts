import type { Answer } from './answer.js';

/** Milliseconds after a creation for which Edlink's replicas may lag: 404 and 503 prove nothing until then. */
const youth = 10_000;
const betweenQuestions = 500;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks about something that was made at `madeAt` until it is seen, or until it is old enough to be judged. */
export async function untilSeen(
  ask: () => Promise<Answer>,
  isSeen: (answer: Answer) => boolean,
  madeAt: number,
): Promise<Answer> {
  const answer = await ask();
  if (isSeen(answer) || Date.now() >= madeAt + youth) return answer;
  await pause(betweenQuestions);
  return untilSeen(ask, isSeen, madeAt);
}
