import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.js';

/** `parseArgs` with complaints for people. @throws UsageError. */
export function readParameters<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's second sentence explains how to write a file name that begins with a dash.
    throw new UsageError((error as Error).message.replace(/\. .*$/s, '.'));
  }
}

/** @throws UsageError naming the option. */
export function readPort(option: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${option} must be a number from 0 (any free port) to 65535, not "${text}".`);
}
