import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choose } from '../../scripts/choice.js';

const finders = { here: () => '/usr/bin/here', gone: () => undefined, away: () => undefined };

describe('programs that tests use', () => {
  it('are all wanted and few insisted on, when nothing is asked for', () => {
    assert.deepEqual(choose(finders, { asked: undefined, insisted: ['here', 'away'] }), {
      found: ['here'],
      missing: ['gone', 'away'],
      lacking: ['away'],
    });
  });

  it('are those that are asked for, and all of them required', () => {
    assert.deepEqual(choose(finders, { asked: 'here,gone', insisted: [] }), {
      found: ['here'],
      missing: ['gone'],
      lacking: ['gone'],
    });
  });
});
