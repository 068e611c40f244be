import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { startDemo, type Demo, type DemoOptions } from '../../demo/server/start-demo.js';

/** A demo on free ports, stopped with the test: a handle it left open would keep the runner from ending. */
export async function openDemo(context: TestContext, options: Partial<DemoOptions> = {}): Promise<Demo> {
  const directory = options.directory ?? (await makeDirectory());
  const demo = await startDemo({ port: 0, ...options, directory });
  context.after(() => demo.close());
  return demo;
}

/** Removed when all is over: the first hook of a test runs first, and the demo must stop before its directory goes. */
export async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'connect-district-demo-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
