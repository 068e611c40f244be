import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeRecorded, type RecordedTest } from './node-test.js';

export interface KnownTest extends RecordedTest {
  /** The same in every process, unlike a title, which may have something random in it. */
  id: string;
  file: string;
}

const loaded = new Map<string, Promise<KnownTest[]>>();

/** The tests of a file below the working directory. A process loads each file once, and one after the other. */
export async function testsIn(file: string): Promise<KnownTest[]> {
  if (loaded.size === 0) register('./redirect.js', import.meta.url);
  const before = [...loaded.values()];
  const tests = loaded.get(file) ?? Promise.all(before).then(() => load(file));
  loaded.set(file, tests);
  return tests;
}

export async function testWithId(id: string): Promise<KnownTest> {
  const tests = await testsIn(id.slice(0, id.indexOf('#')));
  const test = tests.find((one) => one.id === id);
  if (!test) throw new Error(`There is no test ${id}.`);
  return test;
}

async function load(file: string): Promise<KnownTest[]> {
  await import(pathToFileURL(resolve(file)).href);
  return takeRecorded().map((test, index) => ({ ...test, file, id: `${file}#${index}` }));
}
