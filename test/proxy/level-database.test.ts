import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ClassicLevel } from 'classic-level';
import { LevelDatabase } from '../../src/proxy/node/level-database.js';
import { makeDirectory } from './stage.js';

describe('what the embedded database has read lately', () => {
  test('is not what stood there before a change that was under way', async (context) => {
    const level = new ClassicLevel<string, unknown>(await makeDirectory(context), { valueEncoding: 'json' });
    await level.open();
    const database = new LevelDatabase(level);
    context.after(() => database.close());
    await database.change(({ put }) => put('place', 0));
    for (let round = 1; round <= 50; round++) {
      const change = database.change(({ put }) => put('place', round));
      // Those that have begun before, while and after the old value is there no more.
      for (let tick = 0; tick < 20; tick++) {
        await database.get('place');
        await new Promise(setImmediate);
      }
      await change;
      assert.equal(await database.get('place'), round);
    }
  });
});
