import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url));

export interface Ended {
  code: number | null;
  output: string;
  complaint: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** What it has printed once that matches. Rejects if it ends before. */
  printed(pattern: RegExp): Promise<string>;
  /** What is in its directory for temporary files. */
  leftovers(): Promise<string[]>;
}

/** `connect-district …` as a process of its own, with a directory of its own for temporary files. */
export async function start(context: TestContext, parameters: string[]): Promise<Running> {
  const directory = await mkdtemp(join(tmpdir(), 'connect-district-cli-'));
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...parameters], {
    env: { ...process.env, TMPDIR: directory },
  });
  let [output, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, output, complaint }));
  });
  context.after(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(directory, { recursive: true, force: true });
  });
  return {
    child,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(output) && resolve(output);
        child.stdout.on('data', look);
        void ended.then(() => reject(new Error(`ended: ${output}${complaint}`)));
        look();
      }),
    // tsx keeps what it has compiled there, too.
    leftovers: async () => (await readdir(directory)).filter((name) => !name.startsWith('tsx-')),
  };
}

export const run = async (context: TestContext, parameters: string[]): Promise<Ended> =>
  (await start(context, parameters)).ended;
