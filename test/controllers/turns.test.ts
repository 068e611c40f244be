import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTurns } from '../../src/controllers/turns.js';

const idsUpTo = (count: number): string[] => Array.from({ length: count }, (_, index) => `id ${index}`);

describe('the turns of many onboardings', () => {
  it('begin with the first page, and then ask for what it did not bring, fifty at a time', () => {
    const all = idsUpTo(130);
    const turns = createTurns(() => all);
    assert.equal(turns.next(), undefined);
    turns.heard(all.slice(0, 20));
    assert.deepEqual(turns.next(), all.slice(20, 70));
    assert.deepEqual(turns.next(), all.slice(70, 120));
    assert.deepEqual(turns.next(), all.slice(120));
    assert.equal(turns.next(), undefined);
  });

  it('reach each of 2,500 in fifty requests and a page, again and again', () => {
    const all = idsUpTo(2500);
    const turns = createTurns(() => all);
    for (let round = 0; round < 3; round++) {
      assert.equal(turns.next(), undefined);
      const asked = Array.from({ length: 50 }, () => turns.next() ?? []).flat();
      assert.equal(new Set(asked).size, 2500);
    }
  });

  it('leave out what somebody else was told, and what is pending no more', () => {
    let all = idsUpTo(3);
    const turns = createTurns(() => all);
    turns.next();
    turns.heard(['id 0']);
    all = all.slice(0, 2);
    assert.deepEqual(turns.next(), ['id 1']);
    assert.equal(turns.next(), undefined);
  });

  it('give whoever else asks those who have waited longest', () => {
    const all = idsUpTo(120);
    const turns = createTurns(() => all);
    const seen = new Set<string>();
    for (let question = 0; question < 3; question++) {
      const ids = turns.waiting();
      assert.ok(ids.length <= 50);
      turns.heard(ids);
      for (const id of ids) seen.add(id);
    }
    assert.equal(seen.size, 120);
  });

  it('begin again with the first page', () => {
    const turns = createTurns(() => idsUpTo(60));
    turns.next();
    turns.restart();
    assert.equal(turns.next(), undefined);
  });
});
