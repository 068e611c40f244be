import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { violationsIn } from './layers/violations.js';

const src = fileURLToPath(new URL('../src', import.meta.url));

describe('layers', () => {
  it('import only whom they may', async () => {
    const entries = await readdir(src, { recursive: true });
    const files = entries
      .filter((entry) => entry.endsWith('.ts'))
      .map((entry) => entry.replaceAll('\\', '/'));
    const violations = await Promise.all(
      files.map(async (file) => violationsIn(file, await readFile(join(src, file), 'utf8'))),
    );
    assert.deepEqual(violations.flat(), []);
    assert.ok(files.length > 0);
  });

  const planted = {
    'the domain asks the network': ['onboarding/flow.ts', "import ky from 'ky';"],
    'the proxy reaches for Node': ['proxy/create-proxy.ts', "import { createHash } from 'node:crypto';"],
    'the proxy knows its adapter': ['proxy/create-proxy.ts', "export { serve } from './node/serve.js';"],
    'a controller knows an element': [
      'controllers/requests.ts',
      "const element = await import('../elements/connect-district.js');",
    ],
    'the contract borrows a type': [
      'contract/uuid.ts',
      "type State = import('../onboarding/state.js').State;",
    ],
    'a part of Lit by the back door': [
      'onboarding/flow.ts',
      "import type { LitElement } from 'lit/index.js';",
    ],
    'a file without a layer': ['helpers/everything.ts', ''],
  };
  for (const [name, [file = '', source = '']] of Object.entries(planted)) {
    it(`notice when ${name}`, () => {
      assert.equal(violationsIn(file, source).length, 1);
    });
  }

  it('say what would be right', () => {
    assert.deepEqual(violationsIn('client/proxy-client.ts', "import { html } from 'lit';"), [
      "src/client/proxy-client.ts imports 'lit', but client may import only itself and: contract, ky, valibot.",
    ]);
  });
});
