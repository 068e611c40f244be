import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { build } from 'vite';
import { inRoot } from '../../../scripts/paths.js';
import { makeDirectory } from '../stage.js';

export type ProgramOptions = { upstream: string; timeout: number } & (
  { directory: string } | { redis: string }
);

export interface Child {
  url: string;
  /** `SIGKILL`, and its end. */
  kill(): Promise<void>;
}

export type StartChild = (options: ProgramOptions) => Promise<Child>;

/** Built once, because a loader would take longer than everything that a killed process does. */
export async function buildProgram(context: TestContext): Promise<StartChild> {
  const outDir = await makeDirectory(context);
  const ssr = 'test/proxy/killing/program.ts';
  await build({
    root: inRoot('.'),
    configFile: false,
    logLevel: 'warn',
    build: { ssr, outDir, emptyOutDir: false },
  });
  // Packages are found from where the program is.
  await symlink(inRoot('node_modules'), join(outDir, 'node_modules'));
  return (options) => startChild(context, join(outDir, 'program.js'), options);
}

async function startChild(context: TestContext, program: string, options: ProgramOptions): Promise<Child> {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  context.after(kill);
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${port.toString().trim()}`, kill };
}
