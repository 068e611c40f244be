import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './entries.js';

/** Runs a module's source in a Node without any loader, from the root; gives what it prints. */
export async function inPlainNode(source: string): Promise<string> {
  const parameters = ['--input-type=module', '--eval', source];
  const { stdout } = await promisify(execFile)(process.execPath, parameters, {
    cwd: root,
    env: withoutLoader(),
  });
  return stdout.trim();
}

function withoutLoader(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return env;
}
