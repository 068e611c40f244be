import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './entries.js';

/** Runs a module's source in a Node without any loader, from the root; gives what it prints. */
export const inPlainNode = (source: string): Promise<string> =>
  runPlainNode(['--input-type=module', '--eval', source]);

/** The same with a file, or whatever else Node can be given. */
export async function runPlainNode(parameters: string[]): Promise<string> {
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
