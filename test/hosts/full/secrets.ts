import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessToken, token } from '../canaries.js';
import { path, type Stage } from '../stage.js';

const fields = [
  'application_id',
  'automatic_approval',
  'expiration_date',
  'id',
  'integration_id',
  'provider_id',
];

/** To be called last: it looks at all answers of the tests before. */
export function testSecrets(stage: Stage): void {
  test('answers have the contract’s fields and no other', async () => {
    await stage.clear();
    stage.simulator.configure({
      faults: [{ kind: 'override', fields: { access_token: accessToken, $host: { district: accessToken } } }],
    });
    const { onboarding } = await stage.create();
    const expected = ['$host', ...fields, 'redirect_uri', 'state', 'team_id', 'user_id'];
    assert.deepEqual(Object.keys(onboarding).sort(), expected);
    assert.deepEqual(Object.keys(onboarding.$host!).sort(), ['created_at', 'created_by']);
    const headers = { 'Cache-Control': 'no-cache' };
    await stage.call('GET', `${path}/${onboarding.id}`, { headers });
    await stage.call('GET', path);
  });

  test('no answer and no line that was printed has a token in it', () => {
    const shown = JSON.stringify(stage.answers.map(({ headers, text }) => [headers, text])) + stage.output;
    for (const secret of [token, accessToken]) assert.ok(!shown.includes(secret), secret);
  });

  test('no answer may be stored', () => {
    assert.ok(stage.answers.length > 100);
    for (const { headers, text } of stage.answers) {
      assert.deepEqual(
        [headers['cache-control'], headers['x-content-type-options']],
        ['no-store', 'nosniff'],
        text,
      );
      assert.ok(
        Math.abs(Date.parse(String(headers['date'])) - Date.now()) < 120_000,
        'the element judges expiry by it',
      );
      assert.equal(headers['x-powered-by'], undefined);
    }
  });
}
