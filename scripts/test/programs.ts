import { chooseBrowsers } from '../browsers.js';
import type { Choice } from '../choice.js';
import { chooseServers } from '../servers.js';
import { nothing } from './counts.js';
import type { Part } from './part.js';

/** Says which programs the tests will use. One that they insist on and do not find is a failure. */
const programs = (name: string, choose: () => Choice): Part => ({
  name,
  run: () => {
    const { found, missing, lacking } = choose();
    const output = `found: ${list(found)}; missing: ${list(missing)}; missing but required: ${list(lacking)}\n`;
    return Promise.resolve({ output, counts: { ...nothing(), failed: lacking.length } });
  },
});

const list = (names: string[]): string => names.join(', ') || 'none';

export const browsers = programs('browsers', chooseBrowsers);
export const servers = programs('servers', chooseServers);
