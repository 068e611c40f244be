import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { assertClassicScript, assertNoDecorators } from '../../scripts/build/checks.js';

describe('the build checks', () => {
  let folder: string;
  let file: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connect-district-checks-'));
    file = join(folder, 'script.js');
  });
  after(() => rm(folder, { recursive: true }));

  const refused = {
    'an import': "import 'lit';",
    'an export': '(function(){})();export {};',
    'a dynamic import': "(function(){import('lit')})();",
    'a name on window': 'var ConnectDistrict = (function(){})();',
    'an assignment': 'ConnectDistrict = 1;',
  };
  for (const [what, source] of Object.entries(refused)) {
    it(`refuse ${what} in a browser script`, async () => {
      await writeFile(file, source);
      await assert.rejects(assertClassicScript(file));
    });
  }

  it('accept a wrapped script', async () => {
    await writeFile(file, '/*! banner */\n(function(){"use strict";})();');
    await assertClassicScript(file);
  });

  it('accept what is loaded later, and nothing else', async () => {
    await writeFile(file, "(function(){import('./later.js')})();");
    await assertClassicScript(file, ['./later.js']);
    await assert.rejects(assertClassicScript(file, ['./other.js']));
    await writeFile(file, "(function(){import('./later.js');import(name)})();");
    await assert.rejects(assertClassicScript(file, ['./later.js']));
  });

  it('refuse a raw decorator', async () => {
    await writeFile(file, "@customElement('x-y') class X {}");
    await assert.rejects(assertNoDecorators(folder));
    await writeFile(file, "// @customElement('x-y')\nconst text = '@property()';");
    await assertNoDecorators(folder);
  });
});
