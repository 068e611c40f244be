import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldsIn, requestFrom } from '../../src/elements/district-onboardings.form.js';

describe('the form for a new onboarding', () => {
  it('asks for the fields that the host has named, in its order, and for no others', () => {
    assert.deepEqual(fieldsIn(' team-id  provider-id token constructor id provider-id '), [
      'team_id',
      'provider_id',
    ]);
    assert.deepEqual(fieldsIn(''), []);
  });

  it('sends what was filled in, and leaves out what was not', () => {
    const form = new FormData();
    const filled = { district: '0', provider_id: ' a ', team_id: '', expiration_date: '2026-09-04T08:00' };
    for (const [name, value] of Object.entries(filled)) form.set(name, value);
    form.set('automatic_approval', 'on');
    assert.deepEqual(requestFrom(form, ['provider_id', 'team_id', 'expiration_date', 'automatic_approval']), {
      provider_id: 'a',
      expiration_date: new Date('2026-09-04T08:00').toISOString(),
      automatic_approval: true,
    });
    assert.deepEqual(requestFrom(form, []), {});
  });
});
