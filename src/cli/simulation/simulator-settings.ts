import {
  defaultSettings,
  type SimulatorSettings,
  type SimulatorSettingsPatch,
} from '../../simulator/index.js';
import { UsageError } from '../usage-error.js';

/** `name=value` pairs; which names there are and what they may be is the simulator's to say. @throws UsageError. */
export function readSimulatorSettings(pairs: readonly string[]): SimulatorSettingsPatch {
  return Object.fromEntries(pairs.map(readPair));
}

function readPair(pair: string): [string, unknown] {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
  if (name === undefined || value === undefined) {
    throw new UsageError(`--set takes name=value, such as --set noneAs=zero, not "${pair}".`);
  }
  const isText = typeof defaultSettings[name as keyof SimulatorSettings] === 'string';
  return [name, isText ? value : readValue(value)];
}

/** Numbers, booleans and lists are JSON; whatever is not JSON is a text, and so is `204` where a text is due. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
