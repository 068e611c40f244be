import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../paths.js';
import { runNode } from '../run.js';
import { type Counts, nothing } from './counts.js';

/** One of the things that `npm test` runs. */
export interface Part {
  name: string;
  run: () => Promise<Outcome>;
}

export interface Outcome {
  output: string;
  counts: Counts;
}

export const installed = (script: string): string => inRoot(`node_modules/${script}`);

/** A command that passes or fails as one test. */
export function command(name: string, parameters: string[]): Part {
  return {
    name,
    run: async () => {
      const { code, output } = await runNode(parameters);
      return { output, counts: { ...nothing(), [code === 0 ? 'passed' : 'failed']: 1 } };
    },
  };
}

/** A test runner that writes its numbers to the file `TEST_COUNTS`. Failing without a failed test is one failure. */
export async function counted(parameters: string[], timeout = 1_200_000): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-district-test-'));
  const file = join(folder, 'counts.json');
  try {
    const { code, output } = await runNode(parameters, { env: { TEST_COUNTS: file }, timeout });
    const counts = await readCounts(file);
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return { output, counts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readCounts(file: string): Promise<Counts> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Counts;
  } catch {
    return { ...nothing(), failed: 1 };
  }
}
