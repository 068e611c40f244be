import type { UpstreamCall } from '../upstream-call.js';
import { isDelay, isRefusal, type Delay, type Fault, type Refusal, type Spoiler } from './fault-schema.js';

type Call = Pick<UpstreamCall, 'upstream' | 'operation'>;

/** What one call has drawn: when it is answered, and what goes wrong. */
export interface Drawn {
  delay: Delay | null;
  refusal: Refusal | null;
  spoiler: Spoiler | null;
}

/** Draws the first delay and the first other fault that fit this call; `rest` is the queue afterwards. */
export function draw(queue: readonly Fault[], call: Call): { drawn: Drawn; rest: Fault[] } {
  const fitting = queue.filter((fault) => fits(fault, call));
  const delay = fitting.find(isDelay) ?? null;
  const other = fitting.find((fault) => !isDelay(fault)) ?? null;
  const rest = queue.flatMap((fault) => (fault === delay || fault === other ? usedOnce(fault) : [fault]));
  return { drawn: { delay, ...splitOther(other) }, rest };
}

const errorOfTheOther = { edlink: 'pathwright-error', pathwright: 'edlink-error' } as const;

function fits({ on, kind }: Fault, { upstream, operation }: Call): boolean {
  return (on === 'any' || on === operation) && kind !== errorOfTheOther[upstream];
}

function splitOther(fault: Fault | null): Pick<Drawn, 'refusal' | 'spoiler'> {
  if (!fault || isDelay(fault)) return { refusal: null, spoiler: null };
  return isRefusal(fault) ? { refusal: fault, spoiler: null } : { refusal: null, spoiler: fault };
}

function usedOnce(fault: Fault): Fault[] {
  if (fault.times === undefined) return [fault];
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
}
