/** A setting that does not exist or has a value it cannot have; `setting` is its name, `faults.0.kind` for nested ones. */
export class SimulatorSettingsError extends Error {
  override readonly name = 'SimulatorSettingsError';

  constructor(
    readonly setting: string,
    message: string,
  ) {
    super(message);
  }
}
