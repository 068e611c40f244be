import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlantedBug } from '../../test/mutants/bugs.js';
import { inRoot } from '../paths.js';
import { runNode } from '../run.js';

export interface Verdict {
  bug: PlantedBug;
  isCaught: boolean;
  /** The first test that noticed, or why none could. */
  by: string;
}

/** Plants one bug after the other in a copy of the project, and runs the tests that are to catch it. */
export async function plantBugs(bugs: readonly PlantedBug[]): Promise<Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-district-bugs-'));
  try {
    await copyProject(folder);
    await insistOnPassing(folder, [...new Set(bugs.flatMap(({ caughtBy }) => caughtBy))]);
    const verdicts: Verdict[] = [];
    for (const bug of bugs) verdicts.push(await plant(bug, folder));
    return verdicts;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Twice, because on a busy machine one that waits may fail. */
async function insistOnPassing(folder: string, files: string[]): Promise<void> {
  const wrong = (await failures(folder, files)).length > 0 ? await failures(folder, files) : [];
  if (wrong.length > 0) throw new Error(`Without any bug these tests fail: ${wrong.join('; ')}`);
}

async function copyProject(folder: string): Promise<void> {
  for (const name of ['src', 'test', 'scripts', 'package.json', 'tsconfig.json']) {
    await cp(inRoot(name), join(folder, name), { recursive: true });
  }
  await symlink(inRoot('node_modules'), join(folder, 'node_modules'));
}

async function plant(bug: PlantedBug, folder: string): Promise<Verdict> {
  const file = join(folder, bug.file);
  const text = await readFile(file, 'utf8');
  if (text.split(bug.find).length !== 2)
    return { bug, isCaught: false, by: 'its place is not there any more' };
  await writeFile(
    file,
    text.replace(bug.find, () => bug.replace),
  );
  const failed = await failures(folder, bug.caughtBy);
  await writeFile(file, text);
  return { bug, isCaught: failed.length > 0, by: failed[0] ?? 'nobody' };
}

/** The titles of the tests that fail. A file that cannot be loaded has no titles, so it throws: that is no catch. */
async function failures(cwd: string, files: string[]): Promise<string[]> {
  const { code, output } = await runNode(['--import', 'tsx', '--test', '--test-reporter=tap', ...files], {
    cwd,
  });
  const titles = [...output.matchAll(/^ +not ok \d+ - (.*)$/gm)].map(([, title]) => title as string);
  if (code !== 0 && titles.length === 0) throw new Error(`These tests do not run:\n${output}`);
  return titles;
}
