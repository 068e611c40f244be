import type { Question } from '../answer.js';
import type { CheckRun } from '../check-run.js';
import { newId } from './new-id.js';

type Asked = [path: string, given: Partial<Question>];

/** A request to each route that this run may use: a guard that one of them lacks is no guard. */
export function routesAsked({ level, writes, body }: CheckRun): Asked[] {
  const reads: Asked[] = [[`onboardings/${newId()}`, {}]];
  const lists: Asked[] = [['onboardings', {}]];
  const changes: Asked[] = [
    ['onboardings', { method: 'POST', body }],
    [`onboardings/${newId()}`, { method: 'DELETE' }],
  ];
  return [...reads, ...(level === 'full' ? lists : []), ...(writes ? changes : [])];
}
