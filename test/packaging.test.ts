import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { assertClassicScript, assertNoDecorators } from '../scripts/build/checks.js';
import manifest from '../package.json' with { type: 'json' };
import { entries, root } from './packaging/entries.js';
import { inPlainNode, runPlainNode } from './packaging/plain-node.js';

/** They run in pages only. */
const browserScripts = [
  /^\.\/define/,
  './connect-district.js',
  './all.js',
  './return-page.js',
  /^\.\/locales\/(?!en)/,
];

const isForPages = (path: string): boolean =>
  browserScripts.some((script) => (typeof script === 'string' ? script === path : script.test(path)));

const isScript = (path: string): boolean => !/\.(html|json)$/.test(path);

const dependencies = ['lit', 'lit/decorators.js', 'ky', 'valibot'];

describe('the package', () => {
  for (const { path, files } of entries) {
    it(`keeps its promise of ${path}`, () => {
      assert.deepEqual(
        files.filter((file) => !existsSync(join(root, file))),
        [],
      );
    });
  }

  for (const { path } of entries.filter(({ path }) => isScript(path) && !isForPages(path))) {
    it(`imports ${path} in plain Node`, async () => {
      const specifier = join(manifest.name, path);
      const names = await inPlainNode(`console.log(Object.keys(await import('${specifier}')).length)`);
      assert.ok(Number(names) > 0, `${specifier} exports nothing`);
    });
  }

  it('brings a command that runs in plain Node', async () => {
    const file = join(root, manifest.bin['connect-district']);
    assert.match(await readFile(file, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.equal(await runPlainNode([file, '--version']), manifest.version);
  });

  it('describes its contract for other languages, as docs/ does', async () => {
    const [shipped, shown] = ['dist', 'docs'].map((folder) =>
      readFile(join(root, folder, 'openapi.json'), 'utf8'),
    );
    assert.equal(await shipped, await shown);
  });

  it('does nothing on import', async () => {
    const changed = await inPlainNode(`
      const define = [];
      globalThis.customElements = { define: (tag) => define.push(tag), get: () => undefined };
      // what the dependencies do on import is theirs
      await Promise.all(${JSON.stringify(dependencies)}.map((name) => import(name)));
      const before = new Set(Reflect.ownKeys(globalThis));
      await import('${manifest.name}');
      const names = Reflect.ownKeys(globalThis).filter((name) => !before.has(name));
      console.log(JSON.stringify([define, names.map(String)]));
    `);
    assert.equal(changed, '[[],[]]');
  });

  it('holds no raw decorator', () => assertNoDecorators(join(root, 'dist')));

  for (const file of ['connect-district.js', 'all.js', 'return-page.js', 'locales/es.js']) {
    it(`serves ${file} to a classic script tag`, () =>
      assertClassicScript(join(root, 'dist', file), ['./links-import.js']));
  }

  it('satisfies publint', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest)),
      [],
    );
  });
});
