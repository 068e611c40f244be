import type { Fault, SimulatorSettings } from '../../src/simulator/index.js';

/** One of the simulator's settings as a labelled choice. The first value is how it is at the beginning. */
export interface Switch {
  setting: keyof SimulatorSettings;
  label: string;
  choices: readonly (readonly [label: string, value: string | number | boolean | null])[];
}

/** What the panel offers for one upstream. */
export interface Switches {
  upstream: string;
  switches: readonly Switch[];
  /** What may go wrong with the next calls. */
  faults: readonly { label: string; fault: { kind: Fault['kind'] } & Record<string, unknown> }[];
}
