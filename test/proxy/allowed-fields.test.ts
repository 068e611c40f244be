import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applicationId, canvasId, newBody, page, setStage } from './stage.js';

const others = {
  provider_id: canvasId,
  redirect_uri: `${page}/return.html`,
  expiration_date: new Date(Date.now() + 3_600_000).toISOString(),
  team_id: crypto.randomUUID(),
  application_id: crypto.randomUUID(),
  automatic_approval: true,
};

describe('allowed fields', () => {
  test('nothing, and our own application_id, are always fine', async (context) => {
    const { create, simulator } = await setStage(context);
    await create({ body: {} });
    await create({ as: 'ben', body: { application_id: applicationId.toUpperCase() } });
    for (const { body } of simulator.requests.log) {
      assert.deepEqual(Object.keys(newBody(body)), ['application_id', 'expiration_date']);
    }
  });

  test('what the host allows arrives upstream, and nothing else', async (context) => {
    const allow = Object.keys(others) as (keyof typeof others)[];
    const { create, simulator } = await setStage(
      context,
      { allow },
      {
        teamVerified: true,
        applications: [
          { id: applicationId, name: 'One', secret: 'one' },
          { id: others.application_id, name: 'Two', secret: 'two' },
        ],
      },
    );
    await create({ body: others });
    assert.deepEqual(newBody(simulator.requests.log[0]?.body), others);
  });

  const invalid: [field: string, value: unknown][] = [
    ['automatic_approval', 'true'],
    ['expiration_date', 'soon'],
    ['expiration_date', '2099'],
    ['expiration_date', new Date(Date.now() - 1000).toISOString()],
    ['expiration_date', '+275760-09-13T00:00:00.000Z'],
    ['team_id', 'usd-259'],
    ['application_id', null],
  ];
  for (const [field, value] of invalid) {
    test(`allowed or not, ${field}: ${JSON.stringify(value)} is not valid`, async (context) => {
      const { call } = await setStage(context, { allow: Object.keys(others) as (keyof typeof others)[] });
      const answer = await call('POST', '/edlink/onboardings', { body: { [field]: value } });
      assert.deepEqual(
        [answer.status, answer.problem.code, answer.problem.field],
        [422, 'invalid_request', field],
      );
    });
  }

  test('the host decides on approval and on the team', async (context) => {
    const team = crypto.randomUUID();
    const options = { automaticApproval: true, teamIdOf: () => team, allow: ['team_id'] as const };
    const { create, call, simulator } = await setStage(context, options, { teamVerified: true });
    await create();
    const { automatic_approval, team_id } = newBody(simulator.requests.log[0]?.body);
    assert.deepEqual([automatic_approval, team_id], [true, team]);
    const other = await call('POST', '/edlink/onboardings', { as: 'ben', body: { team_id: canvasId } });
    assert.deepEqual([other.problem.code, other.problem.field], ['not_allowed', 'team_id']);
  });

  test('a team that is not verified may not name the district: the field is to blame', async (context) => {
    const { call } = await setStage(context, { allow: ['team_id'] }, { teamVerified: false });
    const answer = await call('POST', '/edlink/onboardings', { body: { team_id: canvasId } });
    assert.deepEqual(
      [answer.status, answer.problem.code, answer.problem.field],
      [422, 'not_allowed', 'team_id'],
    );
  });
});

describe('redirect_uri', () => {
  const sent: [given: string, sent: string][] = [
    [`${page}/return.html?a=b#c`, `${page}/return.html?a=b#c`],
    ['HTTPS://APP.EXAMPLE:443/x/../return.html', `${page}/return.html`],
    ['https://app.example\\@evil.example/', `${page}/@evil.example/`],
    [' https://app.exam\nple/ ', `${page}/`],
    ['https:app.example', `${page}/`],
    ['https://\uff41pp.example/', `${page}/`],
  ];
  for (const [given, expected] of sent) {
    test(`${given} goes upstream as it was understood`, async (context) => {
      const { create, simulator } = await setStage(context);
      await create({ body: { redirect_uri: given } });
      assert.equal(newBody(simulator.requests.log[0]?.body)['redirect_uri'], expected);
    });
  }

  test('without origins it is refused, saying which option to set', async (context) => {
    const { call } = await setStage(context, { origins: [] });
    const headers = { Host: 'app.example', Origin: page };
    const answer = await call('POST', '/edlink/onboardings', { headers, body: { redirect_uri: `${page}/` } });
    assert.equal(answer.status, 422);
    assert.match(String(answer.problem.detail), /origins/);
  });
});
