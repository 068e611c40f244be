import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator, defaultSettings, SimulatorSettingsError } from '../../src/simulator/index.js';

const refusal = (setting: string, message: RegExp) => (error: unknown) =>
  error instanceof SimulatorSettingsError && error.setting === setting && message.test(error.message);

describe('settings', () => {
  test('are the defaults, changed by what is given', () => {
    const simulator = createSimulator({ envelope: false });
    assert.deepEqual(simulator.settings, { ...defaultSettings, envelope: false });
  });

  test('change while it runs', () => {
    const simulator = createSimulator();
    simulator.configure({ noneAs: 'zero', faults: [{ kind: 'drop' }] });
    assert.equal(simulator.settings.noneAs, 'zero');
    assert.deepEqual(simulator.settings.faults, [{ kind: 'drop', on: 'any' }]);
  });

  test('an unknown one is named, and nothing changes', () => {
    const simulator = createSimulator();
    const patch = { envelope: false, envelop: true };
    assert.throws(() => simulator.configure(patch), refusal('envelop', /no setting "envelop"/));
    assert.equal(simulator.settings.envelope, true);
    assert.throws(() => createSimulator(patch), SimulatorSettingsError);
  });

  test('a wrong value is named with what was expected', () => {
    const simulator = createSimulator();
    const wrong: [patch: object, setting: string, message: RegExp][] = [
      [{ envelope: 'yes' }, 'envelope', /expected boolean, received "yes"/],
      [{ teamId: 'team' }, 'teamId', /expected a UUID/],
      [{ token: '' }, 'token', /not empty/],
      [{ lifetime: -1 }, 'lifetime', />=0/],
      [{ faults: [{ kind: 'flood' }] }, 'faults.0.kind', /"rate-limit"/],
      [{ faults: [{ kind: 'drop', often: 2 }] }, 'faults.0.often', /no setting/],
    ];
    for (const [patch, setting, message] of wrong) {
      assert.throws(() => simulator.configure(patch), refusal(setting, message), setting);
    }
    assert.throws(() => simulator.configure(7 as never), refusal('settings', /expected Object/));
  });

  test('reset brings back those it was created with', () => {
    const simulator = createSimulator({ envelope: false });
    simulator.configure({ envelope: true, coop: 'same-origin' });
    simulator.reset();
    assert.deepEqual(simulator.settings, { ...defaultSettings, envelope: false });
  });
});
