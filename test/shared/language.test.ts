import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { distanceInWords, numberInWords } from '../../src/elements/shared/language.js';

const now = Date.UTC(2026, 8, 4, 8);
const hours = (count: number): number => now + count * 3_600_000;

describe('moments in words', () => {
  for (const [hour, english, spanish] of [
    [72, 'in 3 days', 'dentro de 3 días'],
    [-25, 'yesterday', 'ayer'],
    [5, 'in 5 hours', 'dentro de 5 horas'],
    [-0.5, '30 minutes ago', 'hace 30 minutos'],
    [0, 'now', 'ahora'],
    [24 * 400, 'next year', 'el próximo año'],
  ] as const)
    it(`says "${english}"`, () => {
      assert.equal(distanceInWords(hours(hour), now, 'en'), english);
      assert.equal(distanceInWords(hours(hour), now, 'es'), spanish);
    });

  it('takes a language that is none for English', () => {
    assert.equal(distanceInWords(hours(72), now, 'no language!'), 'in 3 days');
    assert.equal(numberInWords(1234, 'no language!'), '1,234');
  });
});
