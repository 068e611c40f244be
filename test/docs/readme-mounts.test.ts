import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inRoot } from '../../scripts/paths.js';

const folder = inRoot('test/mounts');

/** Without indentation and the comment at a line's end: the README says there what a test's name says. */
const plain = (code: string): string =>
  code
    .split('\n')
    .map((line) => line.trim().replace(/ \/\/ .*$/, ''))
    .join('\n')
    .trim();

/** The blocks of the section, and its inline code that serves something. */
function snippetsOf(readme: string): string[] {
  const section = /\n### Where to mount it\n(.*?)\n##/s.exec(readme)?.[1] ?? '';
  const blocks = [...section.matchAll(/```ts\n(.*?)```/gs)];
  const calls = [...section.matchAll(/`(\w+\.serve\(.*?\))`/g)];
  return [...blocks, ...calls].map(([, code = '']) => plain(code));
}

async function tested(): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  return Promise.all(files.map(async (file) => plain(await readFile(join(folder, file), 'utf8'))));
}

test('every mount in the README is one that a test runs', async () => {
  const snippets = snippetsOf(await readFile(inRoot('README.md'), 'utf8'));
  const sources = await tested();
  assert.equal(snippets.length, 8);
  for (const snippet of snippets)
    assert.ok(
      sources.some((source) => source.includes(snippet)),
      snippet,
    );
});
