import { chooseBrowsers } from '../browsers.js';
import { nothing } from './counts.js';
import type { Part } from './part.js';

/** Says which browsers the tests will use. One that they insist on and do not find is a failure. */
export const browsers: Part = {
  name: 'browsers',
  run: () => {
    const { found, missing, lacking } = chooseBrowsers();
    const output = `found: ${list(found)}; missing: ${list(missing)}; missing but required: ${list(lacking)}\n`;
    return Promise.resolve({ output, counts: { ...nothing(), failed: lacking.length } });
  },
};

const list = (names: string[]): string => names.join(', ') || 'none';
