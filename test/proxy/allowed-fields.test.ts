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
  const refused: [field: string, body: unknown][] = [
    ...(['expiration_date', 'team_id', 'application_id', 'automatic_approval'] as const).map(
      (field): [string, unknown] => [field, { [field]: others[field] }],
    ),
    ['automatic_approval', { automatic_approval: false }],
    ['Provider_id', { Provider_id: canvasId }],
    ['id', { id: crypto.randomUUID() }],
    ['state', { provider_id: canvasId, state: 'completed' }],
    ['$data', { $data: { provider_id: canvasId } }],
    ['__proto__', '{"__proto__": {"automatic_approval": true}}'],
    ['constructor', '{"constructor": {"prototype": {}}}'],
    ['team_id', { team_id: null }],
  ];
  for (const [field, body] of refused) {
    test(`${JSON.stringify(body)} is refused, naming ${field}`, async (context) => {
      const { call, simulator } = await setStage(context);
      const answer = await call('POST', '/edlink/onboardings', { body });
      assert.equal(answer.status, 422);
      assert.deepEqual([answer.problem.code, answer.problem.field], ['not_allowed', field]);
      assert.equal(simulator.requests.log.length, 0);
    });
  }

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
    ['provider_id', 'canvas'],
    ['provider_id', 7],
    ['provider_id', ['x']],
    ['redirect_uri', '/return.html'],
    ['redirect_uri', {}],
    ['automatic_approval', 'true'],
    ['expiration_date', 'soon'],
    ['expiration_date', new Date(Date.now() - 1000).toISOString()],
    ['expiration_date', '+275760-09-13T00:00:00.000Z'],
  ];
  for (const [field, value] of invalid) {
    test(`${field}: ${JSON.stringify(value)} is not valid`, async (context) => {
      const { call } = await setStage(context, {
        allow: ['provider_id', 'redirect_uri', 'automatic_approval', 'expiration_date'],
      });
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
  const refused = [
    'https://app.example.evil.example/',
    'https://app.example@evil.example/',
    'https://user@app.example/',
    'https://user:pw@app.example/',
    'https://app.example:8443/',
    'http://app.example/',
    'https://xapp.example/',
    'https://app.example./',
    'https://evil.example/https://app.example/',
    'https://evil.example#@app.example/',
    'https:evil.example',
    'https://app.exampl/',
    'blob:https://app.example/1',
    'javascript:alert(1)//https://app.example',
    'data:text/html,https://app.example',
    `https://app.example/${'x'.repeat(2100)}`,
  ];
  for (const redirect_uri of refused) {
    test(`${redirect_uri.slice(0, 60)} is refused`, async (context) => {
      const { call, simulator } = await setStage(context);
      const answer = await call('POST', '/edlink/onboardings', { body: { redirect_uri } });
      assert.equal(answer.status, 422);
      assert.deepEqual([answer.problem.code, answer.problem.field], ['not_allowed', 'redirect_uri']);
      assert.equal(simulator.requests.log.length, 0);
    });
  }

  const sent: [given: string, sent: string][] = [
    [`${page}/return.html?a=b#c`, `${page}/return.html?a=b#c`],
    ['HTTPS://APP.EXAMPLE:443/x/../return.html', `${page}/return.html`],
    ['https://app.example\\@evil.example/', `${page}/@evil.example/`],
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

describe('request bodies', () => {
  const json = { 'Content-Type': 'application/json' };
  const rows: [
    title: string,
    body: string | Buffer,
    headers: Record<string, string | undefined>,
    status: number,
  ][] = [
    ['no body', '', json, 422],
    ['a list', '[]', json, 422],
    ['null', 'null', json, 422],
    ['a text', '"x"', json, 422],
    ['half of one', '{"provider_id":', json, 422],
    ['not UTF-8', Buffer.from('{"a":"\xff"}', 'latin1'), json, 422],
    ['too long', JSON.stringify({ x: 'x'.repeat(9000) }), json, 413],
    [
      'too long, in chunks',
      JSON.stringify({ x: 'x'.repeat(90_000) }),
      { ...json, 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' },
      413,
    ],
    ['a form', 'provider_id=x', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['JSON as text', '{}', { 'Content-Type': 'text/plain' }, 415],
    ['JSON by its end', '{}', { 'Content-Type': 'text/application/json' }, 415],
    ['no type', '{}', { 'Content-Type': undefined }, 415],
  ];
  for (const [title, body, headers, status] of rows) {
    test(`${title}: ${status}`, async (context) => {
      const { call, simulator } = await setStage(context);
      const answer = await call('POST', '/edlink/onboardings', { body, headers });
      assert.equal(answer.status, status);
      assert.equal(answer.problem.code, 'invalid_request');
      assert.equal(simulator.requests.log.length, 0);
    });
  }

  test('a charset is fine', async (context) => {
    const { create } = await setStage(context);
    await create({ headers: { 'Content-Type': 'Application/JSON; charset=utf-8' } });
  });
});
