import * as v from 'valibot';
import { edlinkSettings } from './edlink/edlink-settings.js';
import { faultSchema } from './faults/fault-schema.js';
import { pathwrightSettings } from './pathwright/pathwright-settings.js';

/** Every switch of the simulator. Each stands for a fact about an upstream that its host sets or nobody has documented. */
export const settingsSchema = v.strictObject({
  ...edlinkSettings,
  ...pathwrightSettings,
  /** What goes wrong next, in this order; a fault with `times` leaves the queue when it is used up. */
  faults: v.array(faultSchema),
});

export type SimulatorSettings = Readonly<v.InferOutput<typeof settingsSchema>>;

/** Any of the settings; what a fault has a default for may be left out. */
export type SimulatorSettingsPatch = Partial<v.InferInput<typeof settingsSchema>>;

export type Provider = SimulatorSettings['providers'][number];
export type Application = SimulatorSettings['applications'][number];
