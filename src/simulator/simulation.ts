import type { SimulatorSettings } from './settings-schema.js';
import type { World } from './world.js';

/** What every part of the simulator works on. The clock and the ids come from outside, so that a test can hold both. */
export interface Simulation {
  readonly settings: SimulatorSettings;
  readonly world: World;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomUuid: () => string;
}
