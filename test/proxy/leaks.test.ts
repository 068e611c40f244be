import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newKey, type Answer } from './calling.js';
import { authorize, setStage } from './stage.js';

const token = 'canary-token/with+odd=signs';
const cookie = 'canary cookie/ünï+';
const accessToken = 'canary-access-token-7f3a';

/** The ways in which a secret may hide. */
function disguises(secret: string): string[] {
  const bytes = Buffer.from(secret);
  // Base64 at each of the three offsets, without the characters that neighbours change.
  const shifted = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  const plain = [secret, encodeURIComponent(secret), encodeURI(secret), JSON.stringify(secret).slice(1, -1)];
  return [
    ...plain,
    bytes.toString('hex'),
    ...shifted,
    ...shifted.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

describe('canaries', () => {
  test('token, cookie, tenant and an access token appear nowhere', async (context) => {
    const { call, simulator, log, clock } = await setStage(
      context,
      { edlink: { token }, authorize, describeTenant: () => ({ district: 'Shown' }) },
      { token },
    );
    const answers: Answer[] = [];
    const ask = async (...request: Parameters<typeof call>) => {
      const headers = { Cookie: `session=${request[2]?.as ?? 'anna'}; canary=${encodeURIComponent(cookie)}` };
      const answer = await call(request[0], request[1], { ...request[2], headers });
      answers.push(answer);
      return answer;
    };
    const path = '/edlink/onboardings';
    const key = newKey();
    const leaky = { fields: { access_token: accessToken, $warnings: [accessToken] } };
    simulator.configure({ faults: [{ kind: 'override', on: 'any', ...leaky }] });
    const { id } = (await ask('POST', path, { body: {}, key })).onboarding;
    await ask('POST', path, { body: {}, key });
    await ask('POST', path, { body: { team_id: id } });
    for (const fault of ['html-200', 'html-500', 'non-json', 'drop', 'cut', 'redirect'] as const) {
      clock.passed += 6_000;
      simulator.configure({ faults: [{ kind: fault, on: 'any' }] });
      await ask('GET', `${path}/${id}`);
      await ask('GET', path, { as: 'staff' });
      await ask('DELETE', `${path}/${id}`);
    }
    simulator.configure({ faults: [], expiredTokens: [token] });
    clock.passed += 6_000;
    await ask('GET', `${path}/${id}`);
    simulator.configure({ expiredTokens: [] });
    clock.passed += 6_000;
    await ask('GET', path);
    await ask('GET', `${path}/${id}`, { as: 'nobody' });
    await ask('DELETE', `${path}/${id}`);

    assert.ok(
      answers.some(({ text }) => text.includes(id)),
      'the good ones pass',
    );
    const shown = JSON.stringify(answers.map(({ headers, text }) => [headers, text]));
    const written = JSON.stringify(log);
    const sent = JSON.stringify(
      simulator.requests.log.map((request) => ({ ...request, authorization: null })),
    );
    for (const secret of [token, cookie, accessToken]) {
      for (const disguise of disguises(secret)) {
        for (const text of [shown, written, sent]) assert.ok(!text.includes(disguise), disguise);
      }
    }
    for (const personal of ['usd-259', 'anna@', id, key]) assert.ok(!written.includes(personal), personal);
    for (const personal of ['usd-259', 'anna@', key]) assert.ok(!sent.includes(personal), personal);
  });
});

describe('every answer', () => {
  test('is not stored, has the proxy’s date, is not sniffed; problems are problem+json', async (context) => {
    const { call, create, clock } = await setStage(context);
    clock.passed = 86_400_000;
    const { id } = (await create()).onboarding;
    const answers = await Promise.all([
      call('GET', `/edlink/onboardings/${id}`),
      call('GET', '/edlink/onboardings'),
      call('GET', '/nowhere'),
      call('GET', '/edlink/onboardings', { as: null }),
      call('GET', '/edlink/onboardings', { headers: { 'X-Requested-With': undefined } }),
      call('OPTIONS', '/edlink/onboardings'),
      call('POST', '/edlink/onboardings', { body: '[' }),
      call('DELETE', `/edlink/onboardings/${id}`),
    ]);
    for (const { status, headers, problem } of answers) {
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.ok(Math.abs(Date.parse(String(headers['date'])) - clock.now()) < 5_000);
      const type = status < 300 ? 'application/json' : 'application/problem+json';
      if (status !== 204) assert.equal(headers['content-type'], type);
      if (status >= 400) assert.deepEqual([problem.status, typeof problem.code], [status, 'string']);
    }
  });
});

describe('the log', () => {
  test('has closed entries, a hash for the tenant, and Edlink’s request id', async (context) => {
    const { create, call, log } = await setStage(context);
    // No request waits for its entry, so that one may come after the answer.
    const logged = async (count: number) => {
      while (log.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await create();
    await logged(1);
    await create({ as: 'ben' });
    await logged(2);
    await call('GET', '/edlink/onboardings');
    await logged(3);
    await call('GET', '/nowhere');
    await logged(4);
    const keys = ['route', 'status', 'duration', 'tenant', 'upstream_request_id', 'retries', 'cache_hit'];
    for (const entry of log)
      assert.deepEqual(
        Object.keys(entry).filter((key) => !keys.includes(key)),
        [],
      );
    assert.deepEqual(
      log.map(({ route, status }) => [route, status]),
      [
        ['createOnboarding', 201],
        ['createOnboarding', 201],
        ['listOnboardings', 200],
        ['none', 404],
      ],
    );
    const [anna, ben, again, nobody] = log.map(({ tenant }) => tenant);
    assert.match(String(anna), /^[\da-f]{16}$/);
    assert.deepEqual([anna === ben, anna === again, nobody], [false, true, null]);
  });

  test('may throw', async (context) => {
    const { create, call } = await setStage(context, {
      log: () => {
        throw new Error('disk is full');
      },
    });
    await create();
    assert.equal((await call('GET', '/nowhere')).status, 404);
  });
});
