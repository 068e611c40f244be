import { idsListed } from '../answer.js';
import type { CheckRun } from '../check-run.js';
import { Inapplicable } from '../fault.js';

/** One of the first caller's: made by this run, else named by the integrator, else the first of the list. For reading only. */
export async function anOnboarding(run: CheckRun): Promise<string> {
  const known = run.current?.id ?? run.completed;
  if (known !== undefined) return known;
  const [listed] = run.level === 'full' ? idsListed(await run.ask('onboardings')) : [];
  if (listed === undefined)
    throw new Inapplicable('there is no onboarding to read: give --write or --completed');
  return listed;
}
