import { isError, saysNotFound, type Answer } from '../answer.js';
import type { Caller } from '../caller.js';
import type { CheckRun } from '../check-run.js';
import { demand } from '../fault.js';
import { newId } from './new-id.js';

/** Nobody can tell a proxy that mixes tenants up from a second session of the same one. */
export const orOneTenant = ' (or both sessions belong to one tenant)';

/** Demands for a foreign id the answer for an unknown one: its status, its body, its headers. */
export async function demandIndistinguishable(
  run: CheckRun,
  method: 'GET' | 'DELETE',
  id: string,
  as: Caller,
): Promise<void> {
  const ask = (one: string): Promise<Answer> => run.ask(`onboardings/${one}`, { method, as });
  const foreign = await ask(id);
  demand(
    isError(foreign) && saysNotFound(foreign),
    foreign,
    `another tenant’s onboarding was not hidden: look the id up together with the tenant, and answer 404 like for an unknown id${orOneTenant}`,
  );
  const unknown = await ask(newId());
  // What differs between two unknown ids (a request id, a counter) tells nothing.
  const isNoise = new Set(differences(unknown, await ask(newId())));
  const telling = differences(foreign, unknown).filter((trait) => !isNoise.has(trait) && !usual.has(trait));
  demand(
    telling.length === 0,
    foreign,
    `another tenant’s id can be told from an unknown one by its ${telling.join(', ')}: answer both with the same words and headers`,
  );
}

/** These differ with the clock and the length of a noise. */
const usual = new Set(['header date', 'header content-length']);

function differences(left: Answer, right: Answer): string[] {
  const [one, two] = [traits(left), traits(right)];
  return [...new Set([...one.keys(), ...two.keys()])].filter((trait) => one.get(trait) !== two.get(trait));
}

function traits({ status, headers, text, question }: Answer): Map<string, string> {
  const id = question.path.split('/').at(-1) ?? '';
  const named = [...headers].map(([name, value]) => [`header ${name}`, value] as const);
  return new Map([['status', String(status)], ['body', text.replaceAll(id, '{id}')], ...named]);
}
