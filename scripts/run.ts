import { spawn } from 'node:child_process';
import { root } from './paths.js';

export interface Finished {
  code: number;
  output: string;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is ended, as a failure. */
  timeout?: number;
}

/** Runs a script with this Node and keeps what it prints, in order. */
export function runNode(
  parameters: string[],
  { cwd = root, env = {}, timeout = 0 }: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, {
      cwd,
      env: { ...process.env, ...env },
      timeout,
    });
    let output = '';
    const keep = (text: string): void => void (output += text);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => {
      resolve({ code: 1, output: output + error.message });
    });
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}\n` : output });
    });
  });
}
