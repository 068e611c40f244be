import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidateMapping, candidateTable, type Candidate } from '../../src/links/candidates.js';
import type { Line } from '../../src/links/line.js';
import { review } from '../../src/links/review.js';
import { link } from './samples.js';

const reviewed = (candidates: unknown[], links = [link(7, 'taken')]): Line[] =>
  review(candidateTable(candidates as Candidate[]), candidateMapping, links);

describe('candidates', () => {
  it('are lines like those of a file, numbers or texts', () => {
    const lines = reviewed([
      { user_id: 456, external_id: 'x' },
      { user_id: ' 457 ', external_id: 12 },
    ]);
    assert.deepEqual(
      lines.map(({ line, user_id, external_id, faults }) => ({ line, user_id, external_id, faults })),
      [
        { line: 1, user_id: 456, external_id: 'x', faults: [] },
        { line: 2, user_id: 457, external_id: '12', faults: [] },
      ],
    );
  });

  it('are taken by their word: nothing is stripped of an external id', () => {
    assert.equal(reviewed([{ user_id: 1, external_id: "'=x " }])[0]?.external_id, "'=x ");
  });

  it('are marked as the lines of a file are', () => {
    const faults = reviewed([
      { user_id: 1, external_id: 'taken' },
      { user_id: 2.5, external_id: 'a' },
      { user_id: 1e21, external_id: 'b' },
      { user_id: null, external_id: 'c' },
      { user_id: 3 },
      { user_id: 4, external_id: 'a' },
    ]).map((line) => line.faults.map(({ code }) => code));
    assert.deepEqual(faults, [
      ['linked_already'],
      ['not_a_number'],
      ['not_a_number'],
      ['empty_user'],
      ['empty_external_id'],
      ['duplicate_in_file'],
    ]);
  });
});
