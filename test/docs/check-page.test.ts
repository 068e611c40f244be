import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { checkFile, renderCheck } from '../../scripts/docs.js';
import { checkCommand } from '../../src/cli/check/command.js';
import { rules } from '../../src/cli/check/rules/index.js';

describe('the page of the check', () => {
  test('has the rules as they are: `npm run docs` after a change', async () => {
    assert.equal(await readFile(checkFile, 'utf8'), await renderCheck());
  });

  test('has a row for every rule, and every option of --help', async () => {
    const page = await readFile(checkFile, 'utf8');
    const options = checkCommand.help.match(/--[a-z-]+/g) ?? [];
    assert.ok(options.length >= 11);
    for (const option of options) assert.ok(page.includes(`\`${option}`), option);
    for (const { id } of rules) assert.ok(page.includes(`| \`${id}\``), id);
  });
});

test('every rule has a name of its own, and follows the rules that it needs', () => {
  const before = new Set<string>();
  for (const { id, after = [] } of rules) {
    assert.ok(!before.has(id), id);
    for (const other of after) assert.ok(before.has(other), `${id} after ${other}`);
    before.add(id);
  }
});
