import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** What this process writes to its terminal from now on. The test runner's own reports are among it. */
export function captureOutput(context: TestContext): () => string {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    context.mock.method(stream, 'write', (chunk: string | Uint8Array, ...others: []) => {
      written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1'));
      return write(chunk, ...others);
    });
  }
  return () => written.join('\n');
}

/** Every file of a directory, as latin1. */
export async function readBytes(directory: string): Promise<string> {
  const names = await readdir(directory);
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'latin1')));
  return texts.join('\n');
}
