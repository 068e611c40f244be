import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Onboarding } from '../../src/contract/onboarding.js';
import { conditionOf, isPending, type Condition } from '../../src/onboarding/condition.js';
import { ourId } from '../contract/samples.js';

const date = Date.UTC(2026, 8, 4, 8);
const past = new Date(date - 1).toISOString();
const ahead = new Date(date + 1).toISOString();

const onboarding = (fields: Partial<Onboarding>): Onboarding => ({
  id: ourId,
  state: 'created',
  redirect_uri: null,
  expiration_date: ahead,
  automatic_approval: null,
  application_id: null,
  provider_id: null,
  user_id: null,
  team_id: null,
  integration_id: null,
  ...fields,
});

describe('what an onboarding is to a list', () => {
  const completed = { state: 'completed', integration_id: ourId };
  const cases: [Partial<Onboarding>, Condition, boolean][] = [
    [{}, 'created', true],
    [{ state: 'started' }, 'started', true],
    [{ state: 'verifying' }, 'unknown', true],
    [{ state: 'toString' }, 'unknown', true],
    [{ expiration_date: past }, 'expired', false],
    [{ state: 'started', expiration_date: past }, 'expired', false],
    [{ expiration_date: null }, 'created', true],
    [{ state: 'completed' }, 'incomplete', true],
    [{ ...completed, expiration_date: past }, 'unapproved', false],
    [{ ...completed, automatic_approval: false }, 'unapproved', false],
    [{ ...completed, automatic_approval: true }, 'connected', false],
  ];
  for (const [fields, condition, pending] of cases)
    it(`${JSON.stringify(fields)} is ${condition}`, () => {
      assert.equal(conditionOf(onboarding(fields), date), condition);
      assert.equal(isPending(onboarding(fields), date), pending);
    });

  it('has expired only if the server says a time', () => {
    assert.equal(conditionOf(onboarding({ expiration_date: past })), 'created');
  });
});
