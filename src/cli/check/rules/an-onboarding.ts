import { idIn, idsListed, isSuccess } from '../answer.js';
import type { CheckRun, Current } from '../check-run.js';
import { Inapplicable } from '../fault.js';
import { newId } from './new-id.js';
import { post } from './post.js';
import { readSeen } from './read-seen.js';

/** One of the first caller's: made by this run, else named by the integrator, else the first of the list. For reading only. */
export async function anOnboarding(run: CheckRun): Promise<string> {
  if (run.writes && !run.unsettled.has('create')) return (await ownOnboarding(run)).id;
  if (run.completed !== undefined) return run.completed;
  const [listed] = run.level === 'full' ? idsListed(await run.ask('onboardings')) : [];
  if (listed === undefined)
    throw new Inapplicable('there is no onboarding to read: give --write or --completed');
  return listed;
}

/** Made by this run, and there: only that is put at risk. A new one, if the last has been deleted. */
export async function ownOnboarding(run: CheckRun): Promise<Current> {
  if (run.current && isSuccess(await readSeen(run, run.current.id))) return run.current;
  const key = newId();
  const id = idIn(await post(run, { key }));
  if (id === undefined || !run.isOurs(id)) throw new Inapplicable('there is no onboarding of this run');
  run.current = { id, keys: [key], madeAt: Date.now() };
  await readSeen(run, id);
  return run.current;
}
