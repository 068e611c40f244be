import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds until something counts as never to come. Only a failure takes so long, so a slow machine gets its time. */
export const patience = 30_000;

/** Asks until the answer is truthy. An error counts as "not yet": a page that navigates answers nothing. */
export async function until<Result>(
  ask: () => Promise<Result>,
  what: string,
  timeout = patience,
): Promise<NonNullable<Result>> {
  const deadline = Date.now() + timeout;
  let last: unknown;
  do {
    try {
      const result = await ask();
      if (result) return result;
      last = result;
    } catch (error) {
      last = error;
    }
    await wait(50);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${timeout} ms for ${what}; the last answer was ${String(last)}.`);
}
