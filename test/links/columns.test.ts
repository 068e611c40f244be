import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessMapping, isCompleteMapping, type Mapping } from '../../src/links/columns.js';
import { exportCsv } from '../../src/links/export.js';
import { link, tableOf } from './samples.js';

const guess = (text: string): Mapping => guessMapping(tableOf(text));

/** `[hasHeader, user_id, external_id]`, and what they were guessed from. */
const guesses: Record<string, [boolean, number | undefined, number | undefined]> = {
  'user_id,external_id\n1,x': [true, 0, 1],
  'External ID;Name;User ID\nx;Ana;1': [true, 2, 0],
  'Miembro,Identidad externa\n1,x': [true, 0, 1],
  'Nombre,ID de usuario,Número\nAna,1,2': [true, 1, undefined],
  'ID_EXTERNO\tUSUARIO\nx\t1': [true, 1, 0],
  'user_id,e-mail\n1,x': [true, 0, 1],
  'e-mail,user_id\nx,1': [true, 1, 0],
  user_id: [true, 0, undefined],
  'Somebody,Something\n1,x\n2,y': [true, 0, 1],
  'Somebody,Something\n1,x\n2.0,y\n3,z': [true, 0, 1],
  'external_id,Somebody\n11,1\n12,2': [true, 1, 0],
  '1,x\n2,y': [false, 0, 1],
  'x,1\ny,2': [false, 1, 0],
  // what could be two things
  '1,2\n3,4': [false, undefined, undefined],
  'user_id,member,external_id\n1,2,x': [true, undefined, 2],
  'external_id,number,age\nx,1,2': [true, undefined, 0],
  Somebody: [true, undefined, undefined],
  'a,b\nx,y': [true, undefined, undefined],
  // a first line that is wrong is no header
  '4O6,x\n2,y': [false, undefined, undefined],
  '': [true, undefined, undefined],
};

describe('the columns', () => {
  for (const [text, [hasHeader, user_id, external_id]] of Object.entries(guesses))
    it(`of ${JSON.stringify(text)}`, () =>
      assert.deepEqual(guess(text), { hasHeader, user_id, external_id, link_type: undefined }));

  it('of an export', () => {
    assert.deepEqual(guess(exportCsv([link(1, '2')])), {
      hasHeader: true,
      user_id: 0,
      external_id: 1,
      link_type: 2,
    });
  });

  it('are complete when both are known, and two', () => {
    assert(isCompleteMapping(guess('1,x')));
    assert(!isCompleteMapping(guess('1,2')));
    assert(!isCompleteMapping({ ...guess('1,x'), external_id: 0 }));
  });
});
