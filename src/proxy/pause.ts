import type { SharedMemory } from './store.js';

/**
 * Edlink's 429 is for the team, Pathwright's for the school: it is obeyed for everybody, in this process and in all that
 * share the store.
 */
export interface Pause {
  /** Milliseconds until the upstream may be asked again. */
  left(): Promise<number>;
  /** The longer one of two counts. */
  begin(milliseconds: number): Promise<void>;
}

export function createPause(now: () => number, shared?: SharedMemory, name = 'pause'): Pause {
  let until = 0;
  const leftForAll = async () => (await shared?.get(name))?.lifetime ?? 0;
  return {
    left: async () => Math.max(until - now(), await leftForAll()),
    async begin(milliseconds) {
      // First of all here: the shared memory may be out of order.
      until = Math.max(until, now() + milliseconds);
      if (milliseconds > (await leftForAll())) await shared?.put(name, '', milliseconds);
    },
  };
}
