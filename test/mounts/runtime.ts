import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';
import { inRoot } from '../../scripts/paths.js';
import { makeDirectory } from '../proxy/stage.js';
import { bundle } from './bundle.js';
import type { Mount } from './mount.js';
import { tryOut } from './stories.js';

/** A runtime that npm can fetch, and that is no dependency of ours. */
export interface Runtime extends Pick<Mount, 'name' | 'seesRawPath'> {
  /** The server, beside this file. */
  entry: string;
  /** For `npx`: makes the runtime print where its program is. */
  locate: string[];
  /** What comes before the server's own parameters. */
  run: (file: string) => string[];
}

/** Tries out the built proxy in another runtime. Skipped where npm cannot fetch it. */
export async function tryOutIn(context: TestContext, runtime: Runtime): Promise<void> {
  const program = await locate(runtime);
  if (program === undefined) context.skip(`npx ${runtime.locate.join(' ')} does not work here`);
  else await tryOut(context, mountIn(runtime, program));
}

async function locate({ locate }: Runtime): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('npx', ['--yes', ...locate], { timeout: 120_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

const mountIn = ({ name, seesRawPath, entry, run }: Runtime, program: string): Mount => ({
  name,
  seesRawPath,
  async serve(context, edlinkUrl) {
    const file = join(await makeDirectory(context), 'server.mjs');
    await writeFile(file, (await bundle(entry, { plugins: [builtProxy] })).code);
    const child = spawn(program, [...run(file), edlinkUrl], {
      cwd: inRoot('.'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    context.after(async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null) await once(child, 'exit');
    });
    for await (const line of createInterface(child.stdout)) {
      const port = /^port (\d+)$/.exec(line)?.[1];
      if (port) return `http://localhost:${port}`;
    }
    throw new Error(`${name} ended before it listened`);
  },
});

/** What is tried out is what is published, and it finds its dependencies by itself. */
const builtProxy: Plugin = {
  name: 'built-proxy',
  enforce: 'pre',
  resolveId: (id) =>
    id.endsWith('/src/proxy/index.js')
      ? { id: pathToFileURL(inRoot('dist/proxy/index.js')).href, external: true }
      : undefined,
};
