import { spawn } from 'node:child_process';
import { root } from './paths.js';

export interface Finished {
  code: number;
  output: string;
}

/** Runs a command of `node_modules/.bin` (or `node`) and keeps what it prints, in order. */
export function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    const keep = (text: string): void => void (output += text);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => {
      resolve({ code: 1, output: `${output}${command}: ${error.message}\n` });
    });
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
