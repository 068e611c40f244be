import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { next, plan } from '../../src/links/import-run.js';
import { resultsCsv } from '../../src/links/results.js';
import type { ImportRun, Outcome } from '../../src/links/run-state.js';
import { link, reviewed } from './samples.js';

const lines = reviewed('user_id,external_id\n1,a\n=x,\n2,b\n3,c\n4,d\n5,e', [link(2, 'b')]);
const outcomes: Outcome[] = [
  { type: 'created', link: link(1, 'a') },
  { type: 'failed', failure: { code: 'invalid_request', field: 'user_id', message: '' } },
  { type: 'stopped' },
];
const run: ImportRun = outcomes.reduce(next, plan(lines, { isComplete: true }));

describe('the results', () => {
  it('say what came of each line, and why', () => {
    assert.equal(
      resultsCsv(lines, run),
      [
        '\uFEFF"line","user_id","external_id","result","reason"',
        '"2","1","a","created",""',
        `"3","'=x","","faulty","not_a_number empty_external_id"`,
        '"4","2","b","there",""',
        '"5","3","c","refused","invalid_request user_id"',
        '"6","4","d","unknown",""',
        '"7","5","e","waiting",""',
        '',
      ].join('\r\n'),
    );
  });

  it('are a file to import', () => {
    const again = reviewed(resultsCsv(lines, run));
    assert.deepEqual(
      again.map(({ user, external_id }) => [user, external_id]),
      lines.map(({ user, external_id }) => [user, external_id]),
    );
  });
});
