import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { elementsFile, renderElements } from '../../scripts/docs.js';

test('the reference says what the doc comments say: `npm run docs` after a change', async () => {
  assert.equal(await readFile(elementsFile, 'utf8'), await renderElements());
});
