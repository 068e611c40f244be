import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { key, ourId } from '../contract/samples.js';
import { Run } from './run.js';

describe('a reload between POST and answer', () => {
  it('posts again with the key that was stored', () => {
    const run = new Run().remembered({ key }, 119_999);
    assert.equal(run.state.name, 'creating');
    assert.deepEqual(run.creates, [{ at: run.at, key, remembered: key }]);
    assert.equal(run.created().state.name, 'blocked');
    assert.deepEqual(run.memory, { key, id: ourId });
  });

  it('is forgotten after two minutes', () => {
    const run = new Run().remembered({ key }, 120_000);
    assert.equal(run.state.name, 'idle');
    assert.equal(run.memory, undefined);
    assert.deepEqual(run.creates, []);
  });

  for (const code of ['conflict', 'invalid_request'] as const)
    it(`ends silently when the key leads nowhere (${code})`, () => {
      const run = new Run().remembered({ key }).notCreated(code);
      assert.equal(run.state.name, 'idle');
      assert.deepEqual(run.told, []);
      assert.equal(run.memory, undefined);
    });

  it('is cancelled by the person without a request', () => {
    const run = new Run().remembered({ key }).send({ type: 'cancel' });
    assert.equal(run.state.name, 'idle');
    assert(run.isAtRest);
    assert.equal(run.memory, undefined);
    assert.deepEqual(run.deletes, []);
  });
});
