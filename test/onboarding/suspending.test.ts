import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { key, ourId } from '../contract/samples.js';
import { Run, waiting } from './run.js';

const leave = { type: 'suspend' } as const;
const comeBack = { type: 'resume' } as const;

describe('an element that leaves the page', () => {
  for (const [when, begin] of [
    ['while it waits', () => waiting()],
    ['while it asks', () => waiting().pass(5000).signal()],
    ['while it looks up', () => new Run().remembered()],
    ['while it posts', () => new Run().click()],
    ['while it waits to post again', () => new Run().click().notCreated('network')],
    ['while it deletes', () => waiting().send({ type: 'cancel' })],
  ] as const)
    it(`leaves nothing behind (${when}), and goes on when it comes back`, () => {
      const run = begin().send(leave);
      assert(run.isAtRest);
      assert.notEqual(run.tab, 'blank');
      const { memory } = run;
      const name = run.state.name;
      run.pass(60_000).send(comeBack);
      assert(!run.isAtRest);
      assert.equal(run.state.name, name);
      assert.deepEqual(run.memory, memory);
      assert.notEqual(memory, undefined);
    });

  it('posts again with the same key', () => {
    const run = new Run().click().pass(5000).send(leave).send(comeBack);
    assert.deepEqual(
      run.creates.map((create) => create.key),
      [key, key],
    );
    assert.equal(run.created().state.name, 'blocked');
  });

  it('has nothing to go on with where nothing was', () => {
    for (const run of [new Run(), waiting().send({ type: 'cancel' }).send({ type: 'deleted' })]) {
      const { state } = run;
      assert.deepEqual(run.send(leave).send(comeBack).state, state);
      assert(run.isAtRest);
    }
  });

  it('asks no more than once a second by leaving and coming back', () => {
    const run = waiting().pass(5000);
    const before = run.reads.length;
    for (let move = 0; move < 10; move++) run.send(leave).send(comeBack).pass(99);
    assert.equal(run.reads.length, before + 1);
  });

  it('may cancel again after it left in the middle of that', () => {
    const run = waiting().send({ type: 'cancel' }).send(leave).pass(2000).send(comeBack).answer();
    run.send({ type: 'cancel' });
    assert.deepEqual(run.deletes, [ourId, ourId]);
  });
});

describe('an element that is moved within the page', () => {
  it('asks, but not twice', () => {
    const run = waiting().pass(5000).send(comeBack).send(comeBack);
    assert.deepEqual([...run.pending], ['read']);
  });

  it('posts once', () => {
    const run = new Run().click().pass(5000).send(comeBack);
    assert.equal(run.creates.length, 1);
  });
});
