import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { root } from '../paths.js';

export type TestKind = 'node' | 'elements' | 'end to end' | 'long';

/** The test files of one kind, relative to the root. */
export async function testFiles(kind: TestKind): Promise<string[]> {
  const entries = await readdir(join(root, 'test'), { recursive: true });
  const files = entries.map((entry) => entry.replaceAll(sep, '/'));
  return files
    .filter((file) => kindOf(file) === kind)
    .sort()
    .map((file) => `test/${file}`);
}

function kindOf(file: string): TestKind | undefined {
  if (file.endsWith('.long.ts')) return 'long';
  if (!file.endsWith('.test.ts')) return undefined;
  if (file.startsWith('elements/')) return 'elements';
  return file.startsWith('e2e/') ? 'end to end' : 'node';
}
