import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Onboarding } from '../../src/contract/onboarding.js';
import {
  gapFor,
  isGone,
  isPastExpiration,
  judge,
  noEvidence,
  withAnswer,
  withMissing,
  type Evidence,
  type Verdict,
} from '../../src/onboarding/evidence.js';
import { completed, integrationId, onboarding } from '../contract/samples.js';

const evidence = (changes: Partial<Evidence>): Evidence => ({ ...noEvidence, ...changes });
const nothing = onboarding({ state: 'completed' });

describe('the verdict', () => {
  const table: [string, Onboarding, Partial<Evidence>, Verdict][] = [
    ['made', onboarding(), {}, undefined],
    ['begun', onboarding({ state: 'started' }), {}, 'started'],
    ['completed', completed, { incomplete: 1 }, 'connected'],
    ['completed at last', completed, { incomplete: 3 }, 'connected'],
    ['completed after it expired', completed, { expired: 2 }, 'connected'],
    ['an id too early', onboarding({ state: 'started', integration_id: integrationId }), {}, 'started'],
    ['completed without', nothing, { incomplete: 1 }, undefined],
    ['twice without', nothing, { incomplete: 2 }, undefined],
    ['three times without', nothing, { incomplete: 3 }, 'incomplete'],
    ['past once', onboarding(), { expired: 1 }, undefined],
    ['past twice', onboarding({ state: 'started' }), { expired: 2 }, 'expired'],
    ['unknown and past twice', onboarding({ state: 'verifying' }), { expired: 2 }, 'expired'],
    ['unknown', onboarding({ state: 'verifying' }), {}, undefined],
    [
      'one of our own words',
      onboarding({ state: 'connected', integration_id: integrationId }),
      {},
      undefined,
    ],
    ['another of them', onboarding({ state: 'expired' }), {}, undefined],
  ];
  for (const [name, answer, before, verdict] of table)
    it(`is ${verdict ?? 'open'}: ${name}`, () => assert.equal(judge(answer, evidence(before)), verdict));
});

describe('one more answer', () => {
  const expires = '2026-09-04T08:00:00.000Z';
  const past = Date.parse(expires) + 1;
  const all = evidence({ missing: 2, missingSince: 5, incomplete: 2, expired: 1 });
  const table: [string, Onboarding, number | undefined, Partial<Evidence>][] = [
    ['ends the doubts', onboarding(), undefined, {}],
    ['is past', onboarding(), past, { expired: 2 }],
    ['is not past', onboarding(), past - 1, {}],
    ['is completed', nothing, past, { incomplete: 3 }],
  ];
  for (const [name, answer, date, after] of table)
    it(name, () => assert.deepEqual(withAnswer(all, answer, date), evidence(after)));

  it('counts 404s from the first', () => {
    assert.deepEqual(withMissing(noEvidence, 700), { missing: 1, missingSince: 700 });
    assert.deepEqual(withMissing(evidence({ missing: 1, missingSince: 700 }), 900), {
      missing: 2,
      missingSince: 700,
    });
  });

  it('is past by its Date only', () => {
    assert(isPastExpiration(onboarding(), past));
    assert(!isPastExpiration(onboarding(), past - 1));
    assert(!isPastExpiration(onboarding()));
    assert(!isPastExpiration(onboarding({ expiration_date: null }), past));
    assert(isPastExpiration(onboarding({ expiration_date: '2026-09-04T10:00:00+02:00' }), past));
  });
});

describe('gone', () => {
  for (const [missing, since, at, gone] of [
    [3, 0, 9000, true],
    [3, 0, 8999, false],
    [2, 0, 60_000, false],
    [9, 0, 8000, false],
    [0, 0, 60_000, false],
  ] as const)
    it(`is ${gone}: ${missing} in ${at} ms`, () =>
      assert.equal(isGone(evidence({ missing, missingSince: since }), at), gone));
});

describe('what is open', () => {
  for (const [name, before, delay] of [
    ['nothing', {}, undefined],
    ['missing', { missing: 1 }, 4500],
    ['missing for long', { missing: 5 }, 4500],
    ['incomplete', { incomplete: 1 }, 2000],
    ['incomplete again', { incomplete: 2 }, 4000],
    ['incomplete for good', { incomplete: 3 }, undefined],
    ['expired', { expired: 1 }, 2000],
    ['expired for good', { expired: 2 }, undefined],
  ] as const)
    it(`asks again: ${name}`, () => assert.equal(gapFor(evidence(before))?.delay, delay));
});
