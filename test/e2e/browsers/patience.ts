import { setTimeout as wait } from 'node:timers/promises';

/** Asks until the answer is truthy. An error counts as "not yet": a page that navigates answers nothing. */
export async function until<Result>(
  ask: () => Promise<Result>,
  what: string,
  timeout = 10_000,
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
